package prisme.http;

/// A method and a pattern of paths, and who answers them.
///
/// A pattern is a path whose segments are literal or, with a colon in front, the name of a path parameter:
/// `/api/v1/events/custom/:name`. A parameter is exactly one segment, and never an empty one.
///
/// HEAD is answered wherever GET is, by the same handler; see [Request#recordsNothing()].
///
/// @param method  the method that is answered
/// @param pattern the paths that are answered, beginning with `/`
/// @param intake  how the body of a request is taken
/// @param handler answers the requests
public record Route(Method method, String pattern, Intake intake, Handler handler) {
    /// How the body of a request is taken.
    public enum Intake {
        /// It is read to its end before the handler is asked. It may have at most 64 KiB.
        WHOLE,
        /// The handler reads it, as far as it likes, from [Request#stream()]. It may have any length.
        STREAM
    }

    /// @throws IllegalArgumentException when the pattern does not begin with `/`, or for [Method#OTHER]
    public Route {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("a pattern begins with '/', but not '" + pattern + "'");
        }
        if (method == Method.OTHER) {
            throw new IllegalArgumentException("a route has a method of its own");
        }
    }

    /// A route that takes bodies as a whole.
    public Route(Method method, String pattern, Handler handler) {
        this(method, pattern, Intake.WHOLE, handler);
    }

    /// A route for GET, and thereby for HEAD.
    public static Route get(String pattern, Handler handler) {
        return new Route(Method.GET, pattern, handler);
    }

    /// A route for POST.
    public static Route post(String pattern, Handler handler) {
        return new Route(Method.POST, pattern, handler);
    }

    /// A route for POST that takes bodies as a stream.
    public static Route postOfAnyLength(String pattern, Handler handler) {
        return new Route(Method.POST, pattern, Intake.STREAM, handler);
    }
}
