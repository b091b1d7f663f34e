package prisme.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Finds the route that answers a request. Nothing is answered that is not in its list of routes.
///
/// Paths are compared segment by segment after percent-decoding, so that `/%61pi` is `/api`
/// ([RFC 3986, 6.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2)), while `%2f` stays inside its segment.
/// A path with a dot segment, encoded or not, is answered 404. Where a literal and a parameter both match, the literal
/// wins.
///
/// A [Scope] contains the routes whose patterns begin with its prefix, and all paths without a route that do.
public final class Router implements Handler {
    private final FilterChain filters;
    private final List<Route> urgent;
    private final Supplier<List<Route>> others;
    private final RouteTable first;
    private volatile RouteTable whole;

    /// @param scopes the filters, the outermost first
    /// @throws IllegalArgumentException when two routes would answer the same requests
    public Router(List<Route> routes, List<Scope> scopes) {
        this(routes, List::of, scopes);
    }

    /// A router that makes some of its routes later, so that a start does not have to wait for them. They are made when
    /// a path is asked for that is not written exactly like that of an urgent route, or when the router is
    /// [completed][#complete()].
    ///
    /// @param urgent the routes that are there from the beginning
    /// @param others makes the other routes, of which none may have a path of an urgent one
    /// @param scopes the filters, the outermost first
    /// @throws IllegalArgumentException when two of the urgent routes would answer the same requests
    public Router(List<Route> urgent, Supplier<List<Route>> others, List<Scope> scopes) {
        this.filters = FilterChain.of(scopes);
        this.urgent = List.copyOf(urgent);
        this.others = others;
        this.first = new RouteTable(urgent, filters);
    }

    /// A request and what answers it.
    ///
    /// @param pattern of the route, or [Observer.Answered#NO_ROUTE]
    /// @param intake  how its body is taken
    /// @param handler the route or what answers instead, behind the filters
    record Match(String pattern, Request request, Route.Intake intake, SafeHandler handler) {
        /// The same, with the body added to the request.
        Match with(UnaryOperator<Request> body) {
            return new Match(pattern, body.apply(request), intake, handler);
        }

        /// The answer. Never throws.
        Response answer() {
            return handler.handle(request);
        }
    }

    /// Makes the routes that have not been made yet.
    ///
    /// @throws IllegalArgumentException when two routes would answer the same requests
    public void complete() {
        whole();
    }

    /// The answer of the route or, if there is none, 404, or 405 with `Allow`. Never throws.
    @Override
    public Response handle(Request request) {
        return match(request).answer();
    }

    /// Finds the route of a request or, if there is none, what answers 404 or 405. Never throws.
    Match match(Request request) {
        try {
            Optional<RouteTable.Row> row = plain(request.path());
            return row.isPresent() ? row.get().match(request) : search(request);
        } catch (RuntimeException | Error thrown) {  // when routes were made: the next request tries again
            return withoutRoute(request, _ -> {
                throw thrown;
            });
        }
    }

    /// Whether the route of this method and path takes bodies as a stream.
    boolean takesStreams(Method method, String path) {
        Optional<RouteTable.Row> row = plain(path);
        return row.isPresent() ? row.get().intake(method) == Route.Intake.STREAM
                : whole().takesStreams(method, RequestPath.of(path));
    }

    /// The same request, to be answered not by its route but by this refusal, behind the filters.
    Match refuse(Match match, Response refusal) {
        SafeHandler refusing = filters.before(_ -> refusal, RequestPath.of(match.request.path()).segments());
        return new Match(match.pattern, match.request, match.intake, refusing);
    }

    private Optional<RouteTable.Row> plain(String path) {
        Optional<RouteTable.Row> row = first.plain(path);
        return row.isPresent() ? row : whole().plain(path);
    }

    private Match search(Request request) {
        RequestPath path = RequestPath.of(request.path());
        Optional<Match> found = path.isAnswered() ? whole().find(path, request) : Optional.empty();
        return found.orElseGet(() -> withoutRoute(request, _ -> nothingAt(path)));
    }

    private Match withoutRoute(Request request, Handler handler) {
        return new Match(Observer.Answered.NO_ROUTE, request, Route.Intake.WHOLE,
                filters.before(handler, RequestPath.of(request.path()).segments()));
    }

    private RouteTable whole() {
        RouteTable made = whole;
        return made == null ? make() : made;
    }

    /* The routes are made only once, because handlers may have a state. */
    private synchronized RouteTable make() {
        if (whole == null) {
            List<Route> routes = new ArrayList<>(urgent);
            for (Route other : others.get()) {
                requireOwnPath(other);
                routes.add(other);
            }
            whole = new RouteTable(routes, filters);
        }
        return whole;
    }

    private void requireOwnPath(Route other) {
        if (first.plain(other.pattern()).isPresent()) {
            throw new IllegalArgumentException("all routes of the urgent path " + other.pattern() + " are urgent");
        }
    }

    private static Response nothingAt(RequestPath path) {
        return path.malformed()
                .map(segment -> "The path's segment '" + segment + "' is not UTF-8 once percent-decoded.")
                .map(detail -> Response.problem(400, detail))
                .orElseGet(Response::nothingHere);
    }
}
