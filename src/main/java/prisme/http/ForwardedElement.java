package prisme.http;

import java.util.Optional;

/// One element of the header `Forwarded`, such as `for="[2001:db8::1]:4711";proto=https`
/// ([RFC 7239, 4](https://www.rfc-editor.org/rfc/rfc7239#section-4)).
final class ForwardedElement {
    private ForwardedElement() {}

    /// The value of the pair with this name, unquoted; empty when there is none, or more than one.
    static Optional<String> value(String element, String name) {
        Optional<String> value = Optional.empty();
        int start = 0;
        while (start < element.length()) {
            int end = pairEnd(element, start);
            String pair = element.substring(start, end).strip();
            if (isNamed(pair, name)) {
                if (value.isPresent()) {
                    return Optional.empty();
                }
                value = Optional.of(unquoted(pair.substring(name.length() + 1)));
            }
            start = end + 1;
        }
        return value;
    }

    private static boolean isNamed(String pair, String name) {
        return pair.regionMatches(true, 0, name, 0, name.length()) && pair.startsWith("=", name.length());
    }

    /// The offset of the next semicolon that is not within quotes, or of the end.
    private static int pairEnd(String element, int start) {
        boolean quoted = false;
        int at = start;
        while (at < element.length() && (quoted || element.charAt(at) != ';')) {
            char c = element.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            }
            at += quoted && c == '\\' ? 2 : 1;
        }
        return Math.min(at, element.length());
    }

    /// The text within quotes, or the value itself when it is not quoted.
    private static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        for (int at = 1; at < value.length() - 1; at++) {
            if (value.charAt(at) == '\\') {
                at++;
            }
            text.append(value.charAt(at));
        }
        return text.toString();
    }
}
