package prisme.json;

import java.nio.charset.StandardCharsets;

/// The value of a member, as a place in a document that is known to be valid.
///
/// @param document   UTF-8; it must not be changed
/// @param start      the offset of the value's first byte
/// @param end        the offset behind its last byte
/// @param whitespace how many bytes of whitespace there are between its tokens
record MemberValue(byte[] document, int start, int end, int whitespace) {
    /// Its JSON text, without the whitespace between its tokens.
    String text() {
        return Compact.text(document, start, end, whitespace);
    }

    /// The characters of a string.
    ///
    /// @throws JsonException if it is of another kind, or has half a surrogate pair
    String string() throws JsonException {
        if (document[start] != '"') {
            throw Json.unexpected("a string", text());
        }
        return JsonString.decode(new String(document, start + 1, end - start - 2, StandardCharsets.UTF_8));
    }
}
