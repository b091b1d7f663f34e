package prisme.json;

import java.nio.charset.StandardCharsets;

/// Copies a JSON value out of a document that is known to be valid, without the whitespace between its tokens.
final class Compact {
    private Compact() {}

    /// The text of a value.
    ///
    /// @param bytes      the document, in UTF-8
    /// @param start      the offset of the value's first byte
    /// @param end        the offset behind its last byte
    /// @param whitespace how many bytes of whitespace there are between its tokens
    static String text(byte[] bytes, int start, int end, int whitespace) {
        if (whitespace == 0) {
            return new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }
        byte[] compact = new byte[end - start - whitespace];
        copyTokens(bytes, start, compact);
        return new String(compact, StandardCharsets.UTF_8);
    }

    private static void copyTokens(byte[] bytes, int start, byte[] compact) {
        int from = start;
        int to = 0;
        while (to < compact.length) {
            int length = tokenLength(bytes, from);
            System.arraycopy(bytes, from, compact, to, length);
            from += Math.max(length, 1);
            to += length;
        }
    }

    /// How many bytes to copy from here: a string as a whole, of any other token one byte, of whitespace none.
    private static int tokenLength(byte[] bytes, int from) {
        if (bytes[from] == '"') {
            return stringLength(bytes, from);
        }
        return Cursor.isWhitespace(bytes[from]) ? 0 : 1;
    }

    private static int stringLength(byte[] bytes, int from) {
        int at = from + 1;
        while (bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return at + 1 - from;
    }
}
