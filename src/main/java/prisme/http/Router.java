package prisme.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Finds who answers a request. The list of routes is the list of every address we answer.
///
/// Paths are compared segment by segment after percent-decoding, so that `/%61pi` is `/api`
/// ([RFC 3986, 6.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2)), while `%2f` stays inside its segment.
/// A path with a dot segment, encoded or not, is answered 404. Where a literal and a parameter both match, the literal
/// wins.
///
/// A scope holds the routes whose patterns begin with its prefix, and the paths without a route that do.
public final class Router implements Handler {
    private final Zones zones;
    private final List<Route> urgent;
    private final Supplier<List<Route>> others;
    private final RouteTable first;
    private volatile RouteTable whole;

    /// @param scopes the filters, the outermost first
    /// @throws IllegalArgumentException when two routes would answer the same
    public Router(List<Route> routes, List<Scope> scopes) {
        this(routes, List::of, scopes);
    }

    /// A router that makes some of its routes later, as a start need not wait for them: when a path is asked for that
    /// is not written as one of the urgent ones, or when it is [told to][#complete()]. A path of the urgent ones has
    /// no others.
    ///
    /// @param scopes the filters, the outermost first
    /// @throws IllegalArgumentException when two of the urgent routes would answer the same
    public Router(List<Route> urgent, Supplier<List<Route>> others, List<Scope> scopes) {
        this.zones = Zones.of(scopes);
        this.urgent = List.copyOf(urgent);
        this.others = others;
        this.first = new RouteTable(urgent, zones);
    }

    /// A request and who answers it.
    ///
    /// @param pattern the route's, or [Observer.Answered#NO_ROUTE]
    record Match(String pattern, Request request, Route.Intake intake, Safely handler) {
        /// The same route, and the request with its body.
        Match with(UnaryOperator<Request> body) {
            return new Match(pattern, body.apply(request), intake, handler);
        }

        /// Never throws.
        Response answer() {
            return handler.handle(request);
        }
    }

    /// Makes the routes that are still to be made.
    ///
    /// @throws IllegalArgumentException when two routes would answer the same
    public void complete() {
        whole();
    }

    /// The answer of the route or, where there is none, 404, or 405 with `Allow`. Never throws.
    @Override
    public Response handle(Request request) {
        return match(request).answer();
    }

    /// Finds the route of a request; where there is none, what answers so. Never throws.
    Match match(Request request) {
        try {
            Optional<RouteTable.Row> row = plain(request.path());
            return row.isPresent() ? row.get().match(request) : search(request);
        } catch (RuntimeException | Error thrown) {  // while routes were made; the next request has them made again
            return withoutRoute(request, _ -> {
                throw thrown;
            });
        }
    }

    /// Whether a body is read there as it comes, whatever its length.
    boolean takesStreams(Method method, String path) {
        Optional<RouteTable.Row> row = plain(path);
        return row.isPresent() ? row.get().intake(method) == Route.Intake.STREAM
                : whole().takesStreams(method, RequestPath.of(path));
    }

    /// A request that is refused before its route is asked: with this answer, as the filters change it.
    Match refuse(Match match, Response refusal) {
        Safely refusing = zones.before(_ -> refusal, RequestPath.of(match.request.path()).segments());
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
                zones.before(handler, RequestPath.of(request.path()).segments()));
    }

    private RouteTable whole() {
        RouteTable made = whole;
        return made == null ? make() : made;
    }

    /* Once: handlers may remember things. */
    private synchronized RouteTable make() {
        if (whole == null) {
            List<Route> routes = new ArrayList<>(urgent);
            for (Route other : others.get()) {
                requireOwnPath(other);
                routes.add(other);
            }
            whole = new RouteTable(routes, zones);
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
