package prisme.http;

/// One address we answer.
///
/// A pattern is a path whose segments are literal or, with a colon in front, the name of a path parameter:
/// `/api/v1/events/custom/:name`. A parameter is exactly one segment, and never an empty one.
///
/// HEAD is answered wherever GET is, by the same handler; see [Request#recordsNothing()].
///
/// @param method the one method answered
/// @param pattern the paths answered, beginning with `/`
/// @param handler who answers
public record Route(Method method, String pattern, Handler handler) {
    /// @throws IllegalArgumentException when the pattern does not begin with `/`, or for a method no route can have
    public Route {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("a pattern begins with '/', but not '" + pattern + "'");
        }
        if (method == Method.OTHER) {
            throw new IllegalArgumentException("a route has a method of its own");
        }
    }

    /// A route for GET, and thereby for HEAD.
    public static Route get(String pattern, Handler handler) {
        return new Route(Method.GET, pattern, handler);
    }

    /// A route for POST.
    public static Route post(String pattern, Handler handler) {
        return new Route(Method.POST, pattern, handler);
    }
}
