package prisme.country;

import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;

/// Writes characters inside a JSON string.
final class JsonText {
    private JsonText() {}

    /// Writes a part of a text, escaping what [RFC 8259, 7](https://www.rfc-editor.org/rfc/rfc8259#section-7) demands.
    static void write(char[] text, int start, int end, Writer out) throws IOException {
        int plain = start;
        for (int at = start; at < end; at++) {
            char c = text[at];
            if (c < ' ' || c == '"' || c == '\\') {
                out.write(text, plain, at - plain);
                out.write(escaped(c));
                plain = at + 1;
            }
        }
        out.write(text, plain, end - plain);
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> "\\u" + HexFormat.of().toHexDigits(c);
        };
    }
}
