package prisme.json;

import java.util.HexFormat;

/// A position in a JSON text, and what can be read there.
final class Cursor {
    /// What [#peek()] returns behind the last byte.
    static final int END = -1;

    private final byte[] bytes;
    private int position;
    private int skipped;

    Cursor(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /// The offset of the next byte.
    int position() {
        return position;
    }

    /// How many bytes of whitespace have been skipped so far.
    int skipped() {
        return skipped;
    }

    /// The next byte, unsigned, or [#END].
    int peek() {
        return position < bytes.length ? bytes[position] & 0xff : END;
    }

    void advance() {
        position++;
    }

    /// Skips the next byte if it is this character.
    ///
    /// @return whether it was
    boolean skip(char wanted) {
        boolean found = peek() == wanted;
        if (found) {
            position++;
        }
        return found;
    }

    /// Skips this character.
    ///
    /// @param what what is expected, for the message
    /// @throws JsonException if another one is next
    void expect(char wanted, String what) throws JsonException {
        if (!skip(wanted)) {
            throw expected(what);
        }
    }

    /// Skips the ASCII characters that stand for themselves in a string.
    ///
    /// @return what comes behind them, as [#peek()] has it
    int skipOrdinary() {
        int at = position;
        while (at < bytes.length && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        position = at;
        return peek();
    }

    void skipWhitespace() {
        while (isWhitespace(peek())) {
            position++;
            skipped++;
        }
    }

    static boolean isWhitespace(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /// The exception that says what should be here, and what is here instead.
    JsonException expected(String what) {
        return new JsonException("expected " + what + " at offset " + position + " but found " + found());
    }

    private boolean startsWithByteOrderMark() {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private String found() {
        int b = peek();
        if (b == END) {
            return "the end of the text";
        }
        if (position == 0 && startsWithByteOrderMark()) {
            return "a byte order mark";
        }
        return b >= ' ' && b < 0x7f ? "'" + (char) b + "'" : "the byte 0x" + HexFormat.of().toHexDigits((byte) b);
    }
}
