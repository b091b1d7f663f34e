package prisme.http;

import java.util.List;
import java.util.Optional;

/// A header that is a list, on one line or several, read from its right end
/// ([RFC 9110, 5.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1)).
final class ListHeader {
    private ListHeader() {}

    /// An element, counted from the right. Empty elements do not count, and a comma within quotes does not separate.
    ///
    /// @param lines the values of all headers of one name
    /// @param place 1 for the last element
    /// @return empty when there are fewer elements
    static Optional<String> fromRight(List<String> lines, int place) {
        int left = place;
        for (String line : lines.reversed()) {
            int end = line.length();
            while (end >= 0) {
                int comma = commaBefore(line, end);
                String element = line.substring(comma + 1, end).strip();
                if (!element.isEmpty() && --left == 0) {
                    return Optional.of(element);
                }
                end = comma;
            }
        }
        return Optional.empty();
    }

    /// The offset of the last comma before `end` that is not within quotes, or -1.
    private static int commaBefore(String line, int end) {
        boolean quoted = false;
        for (int at = end - 1; at >= 0; at--) {
            char c = line.charAt(at);
            if (c == ',' && !quoted) {
                return at;
            }
            if (c == '"' && !isEscaped(line, at)) {
                quoted = !quoted;
            }
        }
        return -1;
    }

    /// Whether an odd number of backslashes stands before.
    private static boolean isEscaped(String line, int at) {
        int first = at;
        while (first > 0 && line.charAt(first - 1) == '\\') {
            first--;
        }
        return (at - first) % 2 == 1;
    }
}
