package prisme.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request's path, split at its slashes before anything is decoded: `%2f` never separates, and nothing is normalised.
///
/// @param segments  what is between the slashes, percent-decoded; a segment that cannot be decoded stays as it was sent
/// @param malformed the first segment that cannot be decoded; empty if all can
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

    /// Whether a route may answer this path: every segment could be decoded, and none is `.` or `..`, encoded or not,
    /// which other programs on the way would resolve.
    boolean isAnswered() {
        return malformed.isEmpty() && !segments.contains(".") && !segments.contains("..");
    }
}
