package prisme.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The paths that a route answers, segment by segment.
///
/// @param segments each is literal or, with a colon in front, the name of a parameter
record PathPattern(List<String> segments) {
    /// Reads a pattern, which begins with a slash.
    ///
    /// @throws IllegalArgumentException when a parameter has no name, or two have the same
    static PathPattern of(String text) {
        PathPattern pattern = new PathPattern(List.of(text.substring(1).split("/", -1)));
        Set<String> names = new HashSet<>(List.of(":"));
        for (String segment : pattern.segments) {
            if (isParameter(segment) && !names.add(segment)) {
                throw new IllegalArgumentException("'" + segment + "' cannot name a parameter of '" + text + "'");
            }
        }
        return pattern;
    }

    /// Whether it has no parameters, so that it matches a single path.
    boolean isPlain() {
        return parameterCount() == 0;
    }

    long parameterCount() {
        long count = 0;
        for (String segment : segments) {
            count += isParameter(segment) ? 1 : 0;
        }
        return count;
    }

    /// The parameters in a path, by their names; empty when the path does not match.
    Optional<Map<String, String>> match(RequestPath path) {
        if (path.segments().size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String wanted = segments.get(i);
            String found = path.segments().get(i);
            if (isParameter(wanted) && !found.isEmpty()) {
                parameters.put(wanted.substring(1), found);
            } else if (!wanted.equals(found)) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith(":");
    }
}
