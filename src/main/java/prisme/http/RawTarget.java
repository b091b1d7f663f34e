package prisme.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Percent-encodes what browsers leave raw in the target of a request's first line.
/* The JDK's server reads the target as a URI and refuses characters that a URI must not have. By the
 * [URL standard](https://url.spec.whatwg.org/#url-parsing) browsers may send these, and they mean themselves: `{`, a
 * byte of UTF-8, or in a query a `%` that is not followed by two digits. So they are percent-encoded before, which
 * means the same to [Query] and [RequestPath]. In a path such a `%` is left for the JDK's server to refuse, since paths
 * are decoded strictly. A target that does not begin with `/` and what is behind a `#` are left as they are, too: both
 * are refused. */
final class RawTarget {
    private static final HexFormat CAPITALS = HexFormat.of().withUpperCase();
    private static final int CODE_LENGTH = "%7B".length();

    private RawTarget() {}

    /// How many bytes longer the first line of a request is with its target [encoded][#encoded(String)]. For nearly all
    /// requests that is 0: encoding changes nothing.
    ///
    /// @param line its characters are bytes, see [Latin1]
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

    /// The offset at which the target begins, or that of its end if it is not a path.
    private static int begin(String line, int end) {
        int target = line.indexOf(' ') + 1;
        return line.startsWith("/", target) ? target : end;
    }

    /// The offset at which the target ends: that of a `#` in it, or of the space behind it.
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
