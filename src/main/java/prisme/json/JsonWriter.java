package prisme.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes JSON as UTF-8 into a buffer of its own that grows as needed and can be used again.
/// ```java
/// json.beginObject().member("type", "pageview").member("status", 200).endObject().endLine();
/// ```
/// Commas come by themselves. Brackets and names must be balanced by the caller; nothing checks them.
/// Strings may be any: what must not stand in JSON, what would break a line or steer a terminal, and halves of
/// surrogate pairs are escaped, so that the output is valid UTF-8 and as many lines as were ended. Not thread-safe.
public final class JsonWriter {
    private static final int FIRST_CAPACITY = 512;
    private static final int LONGEST_ESCAPE = 6;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SMALLEST_LONG = "-9223372036854775808".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int size;

    public JsonWriter beginObject() {
        return open('{');
    }

    public JsonWriter endObject() {
        return put('}');
    }

    public JsonWriter beginArray() {
        return open('[');
    }

    public JsonWriter endArray() {
        return put(']');
    }

    /// Ends a line after a whole document; the next value begins another one.
    public JsonWriter endLine() {
        return put('\n');
    }

    public JsonWriter name(String name) {
        return value(name).put(':');
    }

    public JsonWriter value(String string) {
        separate();
        put('"');
        ensure(string.length());
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                put(c);
            } else {
                i += special(string, i);
            }
        }
        return put('"');
    }

    public JsonWriter value(long number) {
        separate();
        if (number == Long.MIN_VALUE) {
            return put(SMALLEST_LONG);
        }
        if (number < 0) {
            put('-');
        }
        return digits(Math.abs(number));
    }

    /// @throws IllegalArgumentException if it is infinite or not a number, for which JSON has no words
    public JsonWriter value(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no number for " + number);
        }
        long whole = (long) number;
        return whole == number ? value(whole) : raw(Double.toString(number));
    }

    public JsonWriter value(boolean truth) {
        return raw(Boolean.toString(truth));
    }

    /// Writes a value that is JSON text already, as [JsonObject#members()] or [Json#value(String)] give it.
    public JsonWriter raw(String text) {
        separate();
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                put(c);
            } else {
                i += encode(text, i);
            }
        }
        return this;
    }

    public JsonWriter member(String name, String string) {
        return name(name).value(string);
    }

    public JsonWriter member(String name, long number) {
        return name(name).value(number);
    }

    public JsonWriter member(String name, double number) {
        return name(name).value(number);
    }

    public JsonWriter member(String name, boolean truth) {
        return name(name).value(truth);
    }

    /// Writes a member whose value is JSON text already, see [#raw(String)].
    public JsonWriter rawMember(String name, String text) {
        return name(name).raw(text);
    }

    /// How many bytes were written since the beginning or the last [#clear()].
    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(buffer, 0, size);
    }

    /// Forgets what was written and keeps the room.
    public void clear() {
        size = 0;
    }

    @Override public String toString() {
        return new String(buffer, 0, size, StandardCharsets.UTF_8);
    }

    private JsonWriter open(char bracket) {
        separate();
        return put(bracket);
    }

    /* A value or a name needs a comma in front unless it is the first. What stands last tells: no value ends in one of
     * these bytes, so there is no need to remember where in which bracket we are. */
    private void separate() {
        if (size == 0) {
            return;
        }
        switch (buffer[size - 1]) {
            case '{', '[', ':', '\n' -> { }
            default -> put(',');
        }
    }

    /// Writes the character at `i` if it is not a plain one; answers how many more chars belong to it.
    private int special(String string, int i) {
        char c = string.charAt(i);
        switch (c) {
            case '"', '\\' -> put('\\').put(c);
            case '\b' -> put('\\').put('b');
            case '\f' -> put('\\').put('f');
            case '\n' -> put('\\').put('n');
            case '\r' -> put('\\').put('r');
            case '\t' -> put('\\').put('t');
            case '\u2028', '\u2029' -> escape(c);
            default -> {
                return Character.isISOControl(c) ? escape(c) : encode(string, i);
            }
        }
        return 0;
    }

    private int escape(char c) {
        put('\\').put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put((char) HEX[c >> shift & 0xf]);
        }
        return 0;
    }

    /// Writes a character beyond ASCII; answers how many more chars belong to it.
    private int encode(String string, int i) {
        int codePoint = string.codePointAt(i);
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return escape((char) codePoint);
        }
        if (codePoint < 0x800) {
            put((char) (0xC0 | codePoint >> 6));
        } else {
            putFirstOfThreeOrFour(codePoint);
            put((char) (0x80 | codePoint >> 6 & 0x3F));
        }
        put((char) (0x80 | codePoint & 0x3F));
        return Character.charCount(codePoint) - 1;
    }

    private void putFirstOfThreeOrFour(int codePoint) {
        if (codePoint < 0x10000) {
            put((char) (0xE0 | codePoint >> 12));
        } else {
            put((char) (0xF0 | codePoint >> 18)).put((char) (0x80 | codePoint >> 12 & 0x3F));
        }
    }

    private JsonWriter digits(long number) {
        int length = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            length++;
        }
        ensure(length);
        long rest = number;
        for (int at = size + length - 1; at >= size; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += length;
        return this;
    }

    private JsonWriter put(byte[] bytes) {
        for (byte b : bytes) {
            put((char) b);
        }
        return this;
    }

    private JsonWriter put(char octet) {
        if (size == buffer.length) {
            ensure(1);
        }
        buffer[size++] = (byte) octet;
        return this;
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
