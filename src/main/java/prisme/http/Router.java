package prisme.http;

import java.util.List;

/// Finds who answers a request. The list of routes is the list of every address we answer.
public final class Router implements Handler {
    /// @param scopes the filters, the outermost first
    /// @throws IllegalArgumentException when two routes would answer the same
    public Router(List<Route> routes, List<Scope> scopes) {
    }

    /// The answer of the route or, where there is none, 404, or 405 with `Allow`. Never throws.
    @Override
    public Response handle(Request request) {
        return Response.problem(404, "There is nothing at this path.");
    }
}
