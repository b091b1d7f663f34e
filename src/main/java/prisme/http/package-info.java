/// Turns bytes into a [Request] and a [Response] into bytes; between the two everything is values.
///
/// Start at [Route] and [Response]: a route answers one method on one pattern of paths with a value. [Router] holds the
/// list of all routes and the filters ([Scope], [Filter]) that stand before parts of them. [HttpFront] is the running
/// server. A request goes through it like this:
/// ```
/// HttpServer ─► Guard ─► Framing ─► WholeBody ─► Router ─► filters ─► route
///                 └◄─── Delivery ◄──────────────────┴──── Response ◄────┘
/// ```
/// `Guard` gives every request one answer or ends its connection. `Framing` refuses what two programs could read
/// differently: any `Transfer-Encoding` (411), more than 64 KiB (413), compressed bodies (415), targets with scheme or
/// host, `Content-Length: +3`, NUL in a header (400), other versions than HTTP/1.0 and 1.1 (505). Those answers, the
/// router's 404 and 405 and the 500 of a failed handler pass the filters like any other.
/// `ClientAddress` tells from which address a request comes.
///
/// A route that takes bodies of any length ([Route.Intake]) is asked before the body has come and reads it from a
/// `BodyStream`. Such a body, and an answer that is written bit by bit, may take any time as long as it gets on
/// (`Respite`).
///
/// How much is done at once is bounded by the heap (`ServerLimits`). Whoever is slow to send or to take stays in a
/// `WaitingRoom`, where the slowest loses its connection when others need the place, and a [Share] keeps one part of
/// the routes from taking up all.
///
/// Below us the JDK's server answers some requests itself, in HTML and without our headers, before anybody here sees
/// them: 400 for a malformed request line or header, 404 for a target that is no path (`*`), 501 for a
/// `Transfer-Encoding` other than `chunked`. It closes without an answer what is longer than 16 KiB of head or has more
/// than 64 headers, what is not sent within 10 seconds and what is not taken within 60. And it accepts what nobody
/// above it can see: a bare CR as the end of a line, folded headers, words between the target and the version. A proxy
/// in front should refuse those.
package prisme.http;
