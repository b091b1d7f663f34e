/// Turns bytes into a [Request] and a [Response] into bytes; everything between the two is a value.
///
/// Start at [Route] and [Response]: a route answers one method on one pattern of paths with a value. [Router] has the
/// list of all routes, and the filters ([Scope], [Filter]) before parts of them. [HttpFront] is the running server; a
/// [Rehearsal] loads beforehand what its first answer needs. A request goes through it like this:
/// ```
/// HttpServer ─► Gate ─► Guard ─► Framing ─► WholeBody ─► Router ─► filters ─► route
///                         └◄─── Delivery ◄──────────────────┴──── Response ◄────┘
/// ```
/// `Gate` lets a request in when it has come and there is a place for it. `Guard` gives every request one answer or
/// closes its connection. `Framing` refuses what two programs could read differently: any `Transfer-Encoding` (411),
/// more than 64 KiB (413), compressed bodies (415), targets with a scheme or host, `Content-Length: +3`, NUL in a
/// header, a `Host` that is missing, repeated or malformed, what is not a version (400), an `Expect` other than
/// `100-continue` (417), versions other than HTTP/1.0 and 1.1 (505). These answers, the router's 404 and 405 and the
/// 500 of a failed handler pass through the filters like any other. `ClientAddress` finds out from which address a
/// request comes.
///
/// A route that takes bodies of any length ([Route.Intake]) is asked before the body has come, and reads it from a
/// `BodyStream`. Such a body, and an answer that is written as it is sent, may take any time as long as it makes
/// progress (`TimeoutExtension`). When a body was refused, its rest is read and discarded for a while, so that the
/// client sees the answer (`Remainder`).
///
/// How much is done at once is limited by the heap (`ServerLimits`). Before a request is read it waits in a `Lobby`
/// until it has come as a whole (`Arrival`). That costs its bytes and little more, so slow clients, however many, take
/// no place from others. For that the JDK's server reads from streams of our own (`OwnStreams`). Of requests that were
/// sent together on one connection only a few are served at a time (`Pipelined`). Threads that wait for a client to
/// take its answer, or to send a body that its route reads as a stream, are in a `WaitingRoom`: when others need the
/// place, the slowest client is cut off. A [Share] keeps one part of the routes from using up the whole server. When
/// nearly all connections are in use, those on which nothing was ever sent are closed (`ConnectionEviction`).
///
/// The JDK's server answers some requests itself before any of this: 400 for a malformed request line or header, 404
/// for a target that is not a path (`*`), 501 for a `Transfer-Encoding` other than `chunked`. Its answers are replaced
/// by ones like ours, the last of these by our 411 (`JdkAnswer`, `EarlyAnswer`); filters do not see them, log and
/// metrics do. In the same way `Arrival` refuses a head of more than 16 KiB (414, 431), more than 64 headers (431),
/// lines that do not end with CR LF or are continued on the next, and methods that are not a token (400). A request
/// that does not come within 14 seconds, or an answer that is not taken within 29 when it is there, is cut off. What
/// the JDK's server would refuse in a target although browsers send it, such as `{` or UTF-8, is percent-encoded before
/// (`RawTarget`).
package prisme.http;
