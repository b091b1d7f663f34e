package prisme.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request's path, split at its slashes before anything is decoded: `%2f` never separates, and nothing is normalised.
///
/// @param segments what stands between the slashes, percent-decoded; one that cannot be decoded stays as it was sent
/// @param malformed the first segment that cannot be decoded
record RequestPath(List<String> segments, Optional<String> malformed) {
    static RequestPath of(String raw) {
        List<String> segments = new ArrayList<>();
        Optional<String> malformed = Optional.empty();
        int start = 1;
        while (start <= raw.length()) {
            int slash = raw.indexOf('/', start);
            int end = slash < 0 ? raw.length() : slash;
            String segment = raw.substring(start, end);
            Optional<String> decoded = PercentCode.decodeStrictly(segment);
            if (decoded.isEmpty() && malformed.isEmpty()) {
                malformed = Optional.of(segment);
            }
            segments.add(decoded.orElse(segment));
            start = end + 1;
        }
        return new RequestPath(segments, malformed);
    }

    /// Whether a segment is `.` or `..`, encoded or not. No route answers such a path: what another program on the way
    /// makes of it is not what we would.
    boolean hasDots() {
        return segments.contains(".") || segments.contains("..");
    }

    boolean startsWith(List<String> others) {
        return segments.size() >= others.size() && segments.subList(0, others.size()).equals(others);
    }
}
