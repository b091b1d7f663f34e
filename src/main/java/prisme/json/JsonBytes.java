package prisme.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing buffer of JSON text in UTF-8, which escapes the characters that must not or should not stand as they are.
final class JsonBytes {
    /// What [#last()] returns when nothing has been written yet.
    static final int NOTHING = -1;

    private static final int FIRST_CAPACITY = 512;
    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;
    private static final String HEX = "0123456789abcdef";

    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    /// The byte that was written last, or [#NOTHING].
    int last() {
        return size == 0 ? NOTHING : buffer[size - 1];
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(buffer, 0, size);
    }

    void clear() {
        size = 0;
    }

    @Override public String toString() {
        return new String(buffer, 0, size, StandardCharsets.UTF_8);
    }

    /// Writes the low eight bits of a number.
    JsonBytes put(int octet) {
        if (size == buffer.length) {
            ensure(1);
        }
        buffer[size++] = (byte) octet;
        return this;
    }

    /// Writes a string without its quotes.
    JsonBytes putEscaped(String string) {
        ensure(string.length());
        int at = 0;
        while (at < string.length()) {
            char c = string.charAt(at);
            at += isPlain(c) ? plain(c) : special(string, at);
        }
        return this;
    }

    /// Writes valid JSON text as it stands.
    void putText(String text) {
        ensure(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            at += c < 0x80 ? plain(c) : beyondAscii(text, at);
        }
    }

    /* Digit by digit rather than by way of a string: an export writes millions of numbers. Counted down from zero,
     * because the smallest number has no positive counterpart. */
    void putNumber(long number) {
        if (number < 0) {
            put('-');
        }
        long negative = number < 0 ? number : -number;
        int length = digits(negative);
        ensure(length);
        for (int at = size + length - 1; at >= size; at--) {
            buffer[at] = (byte) ('0' - negative % 10);
            negative /= 10;
        }
        size += length;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
    }

    /* The methods from here to beyondAscii() each write one character, and return how many chars of the string it takes
     * up. */

    private int plain(char c) {
        put(c);
        return 1;
    }

    private int special(String string, int at) {
        char c = string.charAt(at);
        return switch (c) {
            case '"', '\\' -> shortEscape(c);
            case '\b' -> shortEscape('b');
            case '\f' -> shortEscape('f');
            case '\n' -> shortEscape('n');
            case '\r' -> shortEscape('r');
            case '\t' -> shortEscape('t');
            case LINE_SEPARATOR, PARAGRAPH_SEPARATOR -> longEscape(c);
            default -> Character.isISOControl(c) ? longEscape(c) : beyondAscii(string, at);
        };
    }

    private int shortEscape(char letter) {
        put('\\').put(letter);
        return 1;
    }

    private int longEscape(char c) {
        put('\\').put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(HEX.charAt(c >> shift & 0xf));
        }
        return 1;
    }

    private int beyondAscii(String string, int at) {
        int codePoint = string.codePointAt(at);
        if (codePoint < 0x800) {
            put(0xC0 | codePoint >> 6).putContinuation(codePoint);
        } else if (codePoint >= 0x10000) {
            put(0xF0 | codePoint >> 18).putContinuation(codePoint >> 12);
            putContinuation(codePoint >> 6).putContinuation(codePoint);
        } else if (Character.isSurrogate((char) codePoint)) {
            longEscape((char) codePoint);
        } else {
            put(0xE0 | codePoint >> 12).putContinuation(codePoint >> 6).putContinuation(codePoint);
        }
        return Character.charCount(codePoint);
    }

    private JsonBytes putContinuation(int bits) {
        return put(0x80 | bits & 0x3F);
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
