package prisme.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads single JSON values, and converts the JSON texts that a [JsonObject] keeps.
public final class Json {
    /// How deep objects and arrays may nest; the outermost one is 1.
    public static final int MAX_DEPTH = 64;

    private static final int LONGEST_SHOWN = 40;

    private Json() {}

    /// Checks that a text is one value of any kind, as a member of an object may have it, and nothing else.
    ///
    /// @param text the value; as a member's value it may nest one level less than [#MAX_DEPTH]
    /// @return the value's JSON text, without the whitespace around and between its tokens
    /// @throws JsonException if the text is not one JSON value
    public static String value(String text) throws JsonException {
        return new JsonReader(utf8(text), MAX_DEPTH - 1).onlyValue();
    }

    /// The characters of a string.
    ///
    /// @param text the JSON text of a value, as [JsonObject#members()] or [#value(String)] give it
    /// @throws JsonException if it is a value of another kind, or has half a surrogate pair
    public static String string(String text) throws JsonException {
        if (!text.startsWith("\"")) {
            throw unexpected("a string", text);
        }
        return JsonString.decode(text.substring(1, text.length() - 1));
    }

    /// A number that is written as digits, with or without a minus, and fits into 64 bits.
    ///
    /// @param text the JSON text of a value, as [JsonObject#members()] or [#value(String)] give it
    /// @throws JsonException if it is a value of another kind, too large, or has a fraction or an exponent
    public static long wholeNumber(String text) throws JsonException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw unexpected("a whole number of 64 bits", text);
        }
    }

    static JsonException unexpected(String wanted, String text) {
        return new JsonException("expected " + wanted + " but found " + shown(text));
    }

    private static String shown(String text) {
        return switch (text.charAt(0)) {
            case '"' -> "a string";
            case '{' -> "an object";
            case '[' -> "an array";
            case 't', 'f', 'n' -> text;
            default -> text.length() <= LONGEST_SHOWN ? text : "a longer number";
        };
    }

    private static byte[] utf8(String text) throws JsonException {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException _) {
            throw JsonString.halfAPair();
        }
    }
}
