/// Turns bytes into a [Request] and a [Response] into bytes; between the two everything is values.
///
/// Start at [Route] and [Response]: a route answers one method on one pattern of paths with a value. [Router] holds the
/// list of all routes and the filters ([Scope], [Filter]) that stand before parts of them. [HttpFront] is the running
/// server, for which a [Rehearsal] has loaded beforehand what it can. A request goes through it like this:
/// ```
/// HttpServer ─► Gate ─► Guard ─► Framing ─► WholeBody ─► Router ─► filters ─► route
///                         └◄─── Delivery ◄──────────────────┴──── Response ◄────┘
/// ```
/// `Gate` lets a request in when it is here and there is a place for it. `Guard` gives every request one answer or ends
/// its connection. `Framing` refuses what two programs could read differently: any `Transfer-Encoding` (411), over 64
/// KiB (413), compressed bodies (415), targets with scheme or host, `Content-Length: +3`, NUL in a header, a `Host`
/// that is missing, double or none, what is no version (400), an `Expect` that nobody meets (417), other versions than
/// HTTP/1.0 and 1.1 (505). Those answers, the router's 404 and 405 and the 500 of a failed handler pass the filters
/// like any other. `ClientAddress` tells from which address a request comes.
///
/// A route that takes bodies of any length ([Route.Intake]) is asked before the body has come and reads it from a
/// `BodyStream`. Such a body, and an answer that is written bit by bit, may take any time as long as it gets on
/// (`TimeoutExtension`). What is left of one that was refused is read for a while and thrown away, so that the answer
/// is seen (`Remainder`).
///
/// How much is done at once is bounded by the heap (`ServerLimits`). Before a request is read it waits in a `Lobby`
/// until it is here as a whole (`Arrival`), which costs its bytes and little more, so that clients who are slow to
/// send, however many, take no place from others. The JDK's server reads from streams of ours for that (`OwnStreams`).
/// Of requests that were sent together on one connection few are served at a time (`Pipelined`). Whoever is slow to
/// take stays in a `WaitingRoom`, where the slowest loses its connection when others need the place; so does who is
/// slow to send a body that a route reads as it comes. A [Share] keeps one part of the routes from taking up all, and
/// where nearly all connections are in use, those on which nothing is said give way (`ConnectionEviction`).
///
/// Below us the JDK's server answers some requests itself before anybody here sees them: 400 for a malformed request
/// line or header, 404 for a target that is no path (`*`), 501 for a `Transfer-Encoding` other than `chunked`. What it
/// says is replaced by an answer like ours on the way out, the last of these by our 411 (`LastWord`); filters do not
/// see it, log and counts do. `Arrival` refuses in the same way a head of more than 16 KiB (414, 431), more than 64
/// headers (431), lines that do not end with CR LF or are continued on the next, and methods that are no token (400).
/// What is not sent within 14 seconds, or not taken within 29, is cut off. What the JDK's server would refuse in a
/// target though browsers send it, `{` or UTF-8, is percent-encoded before (`RawTarget`).
package prisme.http;
