package prisme.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The target in a request's first line, with what browsers leave raw in it.
/* The JDK's server reads the target as a URI and refuses what must not stand in one. By the
 * [URL standard](https://url.spec.whatwg.org/#url-parsing) all of that may be sent and means itself: `{`, a byte of
 * UTF-8, in a query a `%` that begins no code. So it is percent-encoded before, which means the same to [Query] and
 * [RequestPath]. In a path such a `%` is left for the JDK's server to refuse, as there the codes are read strictly. So
 * is a target that does not begin with `/`, and what is behind a `#`: both are refused. */
final class RawTarget {
    private static final HexFormat CAPITALS = HexFormat.of().withUpperCase();
    private static final int CODE_LENGTH = "%7B".length();

    private RawTarget() {}

    /// How much longer the first line of a request is with its target [encoded][#encoded(String)]; 0 when that changes
    /// nothing, as in nearly all.
    ///
    /// @param line its characters are bytes, as [Latin1] tells
    static int excess(String line) {
        int end = end(line);
        int excess = 0;
        boolean isQuery = false;
        for (int at = begin(line, end); at < end; at++) {
            isQuery |= line.charAt(at) == '?';
            if (isRaw(line, at, isQuery)) {
                excess += CODE_LENGTH - 1;
            }
        }
        return excess;
    }

    /// The line with its target percent-encoded as far as the JDK's server needs it.
    static byte[] encoded(String line) {
        int end = end(line);
        int begin = begin(line, end);
        StringBuilder encoded = new StringBuilder(line.length() + CODE_LENGTH).append(line, 0, begin);
        boolean isQuery = false;
        for (int at = begin; at < end; at++) {
            isQuery |= line.charAt(at) == '?';
            if (isRaw(line, at, isQuery)) {
                CAPITALS.toHexDigits(encoded.append('%'), (byte) line.charAt(at));
            } else {
                encoded.append(line.charAt(at));
            }
        }
        return encoded.append(line, end, line.length()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Where the target begins; at its end where it is no path.
    private static int begin(String line, int end) {
        int target = line.indexOf(' ') + 1;
        return line.startsWith("/", target) ? target : end;
    }

    /// Where it ends: before a `#`, or the space behind it.
    private static int end(String line) {
        int target = line.indexOf(' ') + 1;
        int space = line.indexOf(' ', target);
        int end = space < 0 ? line.length() : space;
        int fragment = line.indexOf('#', target, end);
        return fragment < 0 ? end : fragment;
    }

    private static boolean isRaw(String line, int at, boolean isQuery) {
        char c = line.charAt(at);
        return switch (c) {
            case '"', '<', '>', '\\', '^', '`', '{', '|', '}' -> true;
            case '[', ']' -> !isQuery;
            case '%' -> isQuery && !PercentCode.isAt(line, at);
            default -> c >= 0x80;
        };
    }
}
