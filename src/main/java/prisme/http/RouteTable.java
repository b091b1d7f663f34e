package prisme.http;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds routes by the paths that they answer.
final class RouteTable {
    /// Those with the fewest parameters first.
    private final List<Row> rows = new ArrayList<>();
    /// The rows without parameters by their path, as most clients send it: the quick way for most requests.
    private final Map<String, Row> plain = new HashMap<>();

    /// All routes of one pattern.
    ///
    /// @param text    the pattern as it is written
    /// @param streams the methods that take a body of any length
    /// @param handler answers, behind the filters
    record Row(PathPattern pattern, String text, Set<Method> streams, SafeHandler handler) {
        private static Row of(PathPattern pattern, List<Route> routes, FilterChain filters) {
            Set<Method> streams = EnumSet.noneOf(Method.class);
            for (Route route : routes) {
                if (route.intake() == Route.Intake.STREAM) {
                    streams.add(route.method());
                }
            }
            return new Row(pattern, routes.getFirst().pattern(), streams,
                    filters.before(new Resource(routes), pattern.segments()));
        }

        Router.Match match(Request request) {
            return new Router.Match(text, request, intake(request.method()), handler);
        }

        Route.Intake intake(Method method) {
            return streams.contains(method) ? Route.Intake.STREAM : Route.Intake.WHOLE;
        }
    }

    /// @throws IllegalArgumentException when two routes would answer the same requests
    RouteTable(List<Route> routes, FilterChain filters) {
        Map<List<String>, List<Route>> bySegments = new LinkedHashMap<>();
        for (Route route : routes) {
            bySegments.computeIfAbsent(PathPattern.of(route.pattern()).segments(), _ -> new ArrayList<>()).add(route);
        }
        for (Map.Entry<List<String>, List<Route>> entry : bySegments.entrySet()) {
            rows.add(Row.of(new PathPattern(entry.getKey()), entry.getValue(), filters));
        }
        rows.sort((one, other) -> Long.compare(one.pattern.parameterCount(), other.pattern.parameterCount()));
        for (Row row : rows) {
            if (row.pattern.isPlain()) {
                plain.put("/" + String.join("/", row.pattern.segments()), row);
            }
        }
    }

    /// The row whose pattern has no parameters and is written exactly like this path.
    Optional<Row> plain(String path) {
        return Optional.ofNullable(plain.get(path));
    }

    /// The route that answers a path, however it is encoded, and the request with its parameters.
    Optional<Router.Match> find(RequestPath path, Request request) {
        for (Row row : rows) {
            Optional<Map<String, String>> parameters = row.pattern.match(path);
            if (parameters.isPresent()) {
                return Optional.of(row.match(request.withParameters(parameters.get())));
            }
        }
        return Optional.empty();
    }

    /// Whether the route of this path takes bodies as a stream.
    boolean takesStreams(Method method, RequestPath path) {
        for (Row row : rows) {
            if (row.streams.contains(method) && row.pattern.match(path).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
