package prisme.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// Decodes percent-encoding ([RFC 3986, 2.1](https://www.rfc-editor.org/rfc/rfc3986#section-2.1)) in text whose
/// characters are bytes, see [Latin1].
final class PercentCode {
    private static final HexFormat CAPITALS = HexFormat.of().withUpperCase();
    private static final int NOT_HEX = -1;

    private PercentCode() {}

    /// The decoded text; empty when a `%` is not followed by two hexadecimal digits or the bytes are not UTF-8.
    static Optional<String> decodeStrictly(String text) {
        if (text.indexOf('%') < 0 && Latin1.isAscii(text)) {
            return Optional.of(text);
        }
        return everyPercentIsCode(text) ? Latin1.utf8(bytes(text)) : Optional.empty();
    }

    /// Decodes a piece of a query as the
    /// [URL standard](https://url.spec.whatwg.org/#concept-urlencoded-parser) decodes forms: `+` is a space, and a `%`
    /// without two digits stands for itself. Bytes that are not UTF-8 stay percent-encoded, where the standard has
    /// U+FFFD: so a link to a page in another encoding still leads there.
    static String decodeForm(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0 && Latin1.isAscii(text)) {
            return text;
        }
        byte[] bytes = bytes(text.replace('+', ' '));
        return Latin1.utf8(bytes).orElseGet(() -> utf8OrCodes(ByteBuffer.wrap(bytes)));
    }

    private static String utf8OrCodes(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer piece = CharBuffer.allocate(bytes.remaining());
        StringBuilder text = new StringBuilder();
        while (bytes.hasRemaining()) {
            CoderResult result = decoder.reset().decode(bytes, piece.clear(), true);
            text.append(piece.flip());
            for (int wrong = result.isMalformed() ? result.length() : 0; wrong > 0; wrong--) {
                CAPITALS.toHexDigits(text.append('%'), bytes.get());
            }
        }
        return text.toString();
    }

    /// Whether this `%` is followed by two hexadecimal digits.
    static boolean isAt(String text, int percent) {
        return codeAt(text, percent) != NOT_HEX;
    }

    private static boolean everyPercentIsCode(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (!isAt(text, at)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int code = text.charAt(i) == '%' ? codeAt(text, i) : NOT_HEX;
            bytes.write(code == NOT_HEX ? text.charAt(i) : code);
            i += code == NOT_HEX ? 0 : 2;
        }
        return bytes.toByteArray();
    }

    /// The byte that the two digits behind a `%` stand for, or [#NOT_HEX].
    private static int codeAt(String text, int percent) {
        if (percent + 2 >= text.length()) {
            return NOT_HEX;
        }
        int high = hex(text.charAt(percent + 1));
        int low = hex(text.charAt(percent + 2));
        return high < 0 || low < 0 ? NOT_HEX : high << 4 | low;
    }

    /// The value of a digit. `Character.digit` alone would accept the digits of other scripts, too.
    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : NOT_HEX;
    }
}
