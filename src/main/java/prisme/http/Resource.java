package prisme.http;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// The routes of one pattern: answers each method by its route.
final class Resource implements Handler {
    private final Map<Method, Handler> handlers = new EnumMap<>(Method.class);
    private final String allow;

    /// @throws IllegalArgumentException when two of the routes have the same method
    Resource(List<Route> routes) {
        for (Route route : routes) {
            if (handlers.put(route.method(), route.handler()) != null) {
                throw new IllegalArgumentException("two routes answer " + route.method() + " " + route.pattern());
            }
        }
        this.allow = allowed();
    }

    /// The answer of the route with the request's method, for HEAD also of that with GET; otherwise 405 with `Allow`.
    @Override
    public Response handle(Request request) throws IOException {
        Handler handler = handlers.get(request.method());
        if (handler == null && request.method() == Method.HEAD) {
            handler = handlers.get(Method.GET);
        }
        return handler == null ? methodNotAllowed() : handler.handle(request);
    }

    private Response methodNotAllowed() {
        return Response.problem(405, "This path answers only " + allow + ".").with("Allow", allow);
    }

    private String allowed() {
        EnumSet<Method> methods = EnumSet.copyOf(handlers.keySet());
        if (methods.contains(Method.GET)) {
            methods.add(Method.HEAD);
        }
        StringJoiner names = new StringJoiner(", ");
        for (Method method : methods) {
            names.add(method.name());
        }
        return names.toString();
    }
}
