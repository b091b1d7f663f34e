package prisme.json;

import java.io.IOException;
import java.io.OutputStream;

/// Writes JSON as UTF-8 into a buffer of its own, which grows as needed and can be used again.
/// ```java
/// json.beginObject().member("type", "pageview").member("status", 200).endObject().endLine();
/// ```
/// Commas are written automatically. The caller sees to it that brackets match and members have names: this is not
/// checked.
///
/// Strings may hold anything. Escaped is what must not stand in JSON, what could break a line or steer a terminal
/// (control characters, U+2028, U+2029), and halves of surrogate pairs. So the output is valid UTF-8, and has as many
/// lines as were ended. A writer is used by one thread at a time.
public final class JsonWriter {
    private final JsonBytes bytes = new JsonBytes();

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

    /// Ends a line after a whole document; the next value begins another document.
    public JsonWriter endLine() {
        return put('\n');
    }

    public JsonWriter name(String name) {
        return value(name).put(':');
    }

    public JsonWriter value(String string) {
        separate();
        bytes.put('"').putEscaped(string).put('"');
        return this;
    }

    /// Begins a string that is written in parts, because its length is not known beforehand.
    public JsonWriter beginString() {
        return open('"');
    }

    /// Writes more of a string that was begun.
    public JsonWriter part(String string) {
        bytes.putEscaped(string);
        return this;
    }

    public JsonWriter endString() {
        return put('"');
    }

    public JsonWriter value(long number) {
        separate();
        bytes.putNumber(number);
        return this;
    }

    /// Writes a number with as many digits as distinguish it from its neighbours, and a whole one without a fraction.
    ///
    /// @throws IllegalArgumentException if it is infinite or not a number, which JSON cannot express
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
        bytes.putText(text);
        return this;
    }

    public JsonWriter member(String name, String string) {
        return name(name).value(string);
    }

    public JsonWriter member(String name, long number) {
        return name(name).value(number);
    }

    /// @throws IllegalArgumentException as [#value(double)] does
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

    /// How many bytes have been written since the beginning or the last [#clear()].
    public int size() {
        return bytes.size();
    }

    public byte[] toByteArray() {
        return bytes.toByteArray();
    }

    public void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    /// Discards what was written and keeps the buffer for another document.
    public void clear() {
        bytes.clear();
    }

    @Override public String toString() {
        return bytes.toString();
    }

    private JsonWriter open(char mark) {
        separate();
        return put(mark);
    }

    private JsonWriter put(char mark) {
        bytes.put(mark);
        return this;
    }

    /* Writes the comma before a value or a name, unless it is the first one. The last byte tells whether it is: no
     * value ends in one of these, so there is no need to remember which brackets are open. */
    private void separate() {
        switch (bytes.last()) {
            case JsonBytes.NOTHING, '{', '[', ':', '\n' -> { }
            default -> bytes.put(',');
        }
    }
}
