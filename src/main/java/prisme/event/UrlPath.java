package prisme.event;

import java.nio.charset.StandardCharsets;

/// Normalises the path of a web address as in RFC 3986, section 6.2.2, and a little further: doubled slashes become
/// one, and a `%` that encodes nothing becomes `%25`. A normal path stays as it is, so normalising twice changes
/// nothing.
final class UrlPath {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    /// The characters besides letters and digits that need not be encoded in a path: the rest of RFC 3986's
    /// `unreserved` and `pchar`.
    private static final String PLAIN = "-._~!$&'()*+,;=:@/";
    private static final String UNRESERVED = "-._~";

    private UrlPath() {}

    /// The normal form of `path`, which may be empty. It begins with `/`.
    static String normalise(String path) {
        if (isNormal(path)) {
            return path;
        }
        return withoutDotSegments(withoutDoubledSlashes(withNormalEncoding("/" + path)));
    }

    /// How many characters this path had at least before it was normalised: a character that is not allowed in a path
    /// was one there, and can be up to twelve here.
    static int leastLength(String path) {
        int length = 0;
        int at = 0;
        while (at < path.length()) {
            int octet = path.charAt(at) == '%' ? octetAt(path, at + 1) : -1;
            length += isContinuation(octet) ? 0 : 1;
            at += octet >= 0 ? 3 : Character.charCount(path.codePointAt(at));
        }
        return length;
    }

    /// Whether this octet is a continuation of a character in UTF-8.
    private static boolean isContinuation(int octet) {
        return octet >= 0x80 && octet < 0xc0;
    }

    /// True in the common case, which needs no copy. May be false for a path that is normal.
    private static boolean isNormal(String path) {
        char before = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean afterSlash = before == '/';
            if (!isPlain(c) || afterSlash && (c == '/' || c == '.')) {
                return false;
            }
            before = c;
        }
        return path.startsWith("/");
    }

    /// `text` with every character percent-encoded that must be in a path, and no others.
    private static String withNormalEncoding(String text) {
        StringBuilder normal = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '%') {
                i += appendEscape(normal, text, i);
            } else {
                appendNormal(normal, c);
                i += Character.charCount(c);
            }
        }
        return normal.toString();
    }

    /// Appends the normal form of the escape that begins with the `%` at `at`; returns its length in `text`.
    private static int appendEscape(StringBuilder normal, String text, int at) {
        int octet = octetAt(text, at + 1);
        if (octet < 0) {
            normal.append("%25");
            return 1;
        }
        if (isUnreserved((char) octet)) {
            normal.append((char) octet);
        } else {
            appendOctet(normal, octet);
        }
        return 3;
    }

    private static void appendNormal(StringBuilder normal, int codePoint) {
        if (codePoint < 0x80) {
            if (isPlain((char) codePoint)) {
                normal.append((char) codePoint);
            } else {
                appendOctet(normal, codePoint);
            }
            return;
        }
        for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            appendOctet(normal, octet & 0xff);
        }
    }

    static void appendOctet(StringBuilder encoded, int octet) {
        encoded.append('%').append(HEX[octet >> 4]).append(HEX[octet & 15]);
    }

    /// The value of the two hex digits at `at`, or -1 if there are none.
    private static int octetAt(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = hexValue(text.charAt(at));
        int low = hexValue(text.charAt(at + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /* Not Character.digit, which accepts the digits of every script. */
    private static int hexValue(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        char lower = (char) (c | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    private static String withoutDoubledSlashes(String path) {
        StringBuilder single = new StringBuilder(path.length());
        char before = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '/' || before != '/') {
                single.append(c);
            }
            before = c;
        }
        return single.toString();
    }

    /// RFC 3986, section 5.2.4, on a path that begins with a slash and has no doubled ones.
    private static String withoutDotSegments(String path) {
        StringBuilder kept = new StringBuilder(path.length());
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start + 1);
            int end = slash < 0 ? path.length() : slash;
            boolean isLast = slash < 0;
            switch (path.substring(start, end)) {
                case "/." -> appendSlashIf(isLast, kept);
                case "/.." -> {
                    kept.setLength(Math.max(0, kept.lastIndexOf("/")));
                    appendSlashIf(isLast, kept);
                }
                case String segment -> kept.append(segment);
            }
            start = end;
        }
        return kept.toString();
    }

    private static void appendSlashIf(boolean wanted, StringBuilder path) {
        if (wanted) {
            path.append('/');
        }
    }

    static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean isPlain(char c) {
        return isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
    }

    private static boolean isUnreserved(char c) {
        return isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0;
    }
}
