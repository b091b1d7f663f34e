package prisme.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Finds who answers a request. The list of routes is the list of every address we answer.
///
/// Paths are compared segment by segment after percent-decoding, so that `/%61pi` is `/api`
/// ([RFC 3986, 6.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2)), while `%2f` stays inside its segment.
/// A path with a dot segment, encoded or not, is answered 404. Where a literal and a parameter both match, the literal
/// wins.
///
/// A scope holds the routes whose patterns begin with its prefix, and the paths without a route that do.
public final class Router implements Handler {
    private final List<Place> places;
    /// The places whose path is one, by that path as most clients send it: the quick way for most requests.
    private final Map<String, Place> plain = new HashMap<>();
    private final List<Zone> zones;

    /// A pattern, as it is written, the methods that take a body of any length there, and who answers, filters
    /// included.
    private record Place(Pattern pattern, String text, Set<Method> streams, Safely handler) {
        Match match(Request request) {
            Route.Intake intake = streams.contains(request.method()) ? Route.Intake.STREAM : Route.Intake.WHOLE;
            return new Match(text, request, intake, handler);
        }
    }

    /// A scope with its prefix cut into segments.
    private record Zone(List<String> prefix, Filter filter) {}

    /// @param scopes the filters, the outermost first
    /// @throws IllegalArgumentException when two routes would answer the same
    public Router(List<Route> routes, List<Scope> scopes) {
        this.zones = scopes.stream().map(Router::zone).toList();
        this.places = places(routes);
        for (Place place : places) {
            if (place.pattern.isPlain()) {
                plain.put("/" + String.join("/", place.pattern.segments()), place);
            }
        }
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

    /// The answer of the route or, where there is none, 404, or 405 with `Allow`. Never throws.
    @Override
    public Response handle(Request request) {
        return match(request).answer();
    }

    /// Finds the route of a request; where there is none, what answers so.
    Match match(Request request) {
        Place place = plain.get(request.path());
        return place == null ? search(request) : place.match(request);
    }

    /// Whether a body is read there as it comes, whatever its length.
    boolean takesStreams(Method method, String path) {
        RequestPath asked = RequestPath.of(path);
        return places.stream().filter(place -> place.streams.contains(method))
                .anyMatch(place -> place.pattern.match(asked).isPresent());
    }

    /// A request that is refused before its route is asked: with this answer, as the filters change it.
    Match refuse(Match match, Response refusal) {
        Safely refusing = filtered(RequestPath.of(match.request.path()).segments(), _ -> refusal);
        return new Match(match.pattern, match.request, match.intake, refusing);
    }

    private Match search(Request request) {
        RequestPath path = RequestPath.of(request.path());
        for (Place place : path.isAnswered() ? places : List.<Place>of()) {
            Optional<Map<String, String>> parameters = place.pattern.match(path);
            if (parameters.isPresent()) {
                return place.match(request.withParameters(parameters.get()));
            }
        }
        return new Match(Observer.Answered.NO_ROUTE, request, Route.Intake.WHOLE,
                filtered(path.segments(), _ -> nothingAt(path)));
    }

    /// The handler behind the filters of all scopes that hold these segments.
    private Safely filtered(List<String> segments, Handler handler) {
        Safely filtered = new Safely(handler);
        for (Zone zone : zones.reversed()) {
            if (startsWith(segments, zone.prefix)) {
                Safely next = filtered;
                filtered = new Safely(request -> zone.filter.apply(request, next));
            }
        }
        return filtered;
    }

    private List<Place> places(List<Route> routes) {
        Map<List<String>, List<Route>> bySegments = new LinkedHashMap<>();
        for (Route route : routes) {
            bySegments.computeIfAbsent(Pattern.of(route.pattern()).segments(), _ -> new ArrayList<>()).add(route);
        }
        return bySegments.entrySet().stream()
                .map(entry -> place(new Pattern(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingLong(place -> place.pattern.parameterCount()))
                .toList();
    }

    private Place place(Pattern pattern, List<Route> routes) {
        String text = routes.getFirst().pattern();
        Set<Method> streams = routes.stream().filter(route -> route.intake() == Route.Intake.STREAM)
                .map(Route::method).collect(Collectors.toUnmodifiableSet());
        return new Place(pattern, text, streams, filtered(pattern.segments(), new Resource(routes)));
    }

    private static Zone zone(Scope scope) {
        String inner = scope.prefix().substring(1, Math.max(1, scope.prefix().length() - 1));
        return new Zone(inner.isEmpty() ? List.of() : List.of(inner.split("/", -1)), scope.filter());
    }

    private static boolean startsWith(List<String> segments, List<String> prefix) {
        return segments.size() > prefix.size() && segments.subList(0, prefix.size()).equals(prefix);
    }

    private static Response nothingAt(RequestPath path) {
        return path.malformed()
                .map(segment -> "The path's segment '" + segment + "' is not UTF-8 once percent-decoded.")
                .map(detail -> Response.problem(400, detail))
                .orElseGet(() -> Response.problem(404, "There is nothing at this path."));
    }
}
