package prisme.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The query in a request's first line, with what browsers leave raw in it.
/* The JDK's server reads the target as a URI and refuses what must not stand in one. By the
 * [URL standard](https://url.spec.whatwg.org/#query-percent-encode-set) all of that may be sent and means itself: `{`,
 * a byte of UTF-8, a `%` that begins no code. So it is percent-encoded before, which means the same to [Query]. The
 * path is left as it is, since it is compared as it came. So is a target that begins otherwise, and what is behind a
 * `#`: both are refused. */
final class RawQuery {
    private static final HexFormat CAPITALS = HexFormat.of().withUpperCase();
    private static final int CODE_LENGTH = "%7B".length();

    private RawQuery() {}

    /// How much longer the first line of a request is with its query [encoded][#encoded(String)]; 0 when that changes
    /// nothing, as in nearly all.
    ///
    /// @param line its characters are bytes, as [Latin1] tells
    static int excess(String line) {
        int end = end(line);
        int excess = 0;
        for (int at = begin(line, end); at < end; at++) {
            if (isRaw(line, at)) {
                excess += CODE_LENGTH - 1;
            }
        }
        return excess;
    }

    /// The line with its query percent-encoded as far as the JDK's server needs it.
    static byte[] encoded(String line) {
        int end = end(line);
        int begin = begin(line, end);
        StringBuilder encoded = new StringBuilder(line.length() + CODE_LENGTH).append(line, 0, begin);
        for (int at = begin; at < end; at++) {
            if (isRaw(line, at)) {
                CAPITALS.toHexDigits(encoded.append('%'), (byte) line.charAt(at));
            } else {
                encoded.append(line.charAt(at));
            }
        }
        return encoded.append(line, end, line.length()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Where the query ends: before a `#`, or the space behind the target.
    private static int end(String line) {
        int target = line.indexOf(' ') + 1;
        int space = line.indexOf(' ', target);
        int end = space < 0 ? line.length() : space;
        int fragment = line.indexOf('#', target, end);
        return fragment < 0 ? end : fragment;
    }

    /// Where it begins; at its end where there is none.
    private static int begin(String line, int end) {
        int target = line.indexOf(' ') + 1;
        int mark = line.startsWith("/", target) ? line.indexOf('?', target, end) : -1;
        return mark < 0 ? end : mark + 1;
    }

    private static boolean isRaw(String line, int at) {
        char c = line.charAt(at);
        return switch (c) {
            case '"', '<', '>', '\\', '^', '`', '{', '|', '}' -> true;
            case '%' -> !PercentCode.isAt(line, at);
            default -> c >= 0x80;
        };
    }
}
