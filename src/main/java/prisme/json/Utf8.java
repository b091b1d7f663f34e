package prisme.json;

/// The well-formed byte sequences of UTF-8 beyond ASCII: no overlong form, no surrogate, nothing above U+10FFFF.
/// The limits are those of [RFC 3629, section 4](https://www.rfc-editor.org/rfc/rfc3629#section-4).
final class Utf8 {
    private Utf8() {}

    /// Moves the cursor behind the character that begins at it.
    ///
    /// @throws JsonException if its bytes are not well-formed, or it is ASCII
    static void skip(Cursor cursor) throws JsonException {
        int lead = cursor.peek();
        int following = following(lead);
        if (following == 0) {
            throw malformed(cursor);
        }
        cursor.advance();
        continuation(cursor, lowestSecond(lead), highestSecond(lead));
        for (int i = 1; i < following; i++) {
            continuation(cursor, 0x80, 0xBF);
        }
    }

    /// How many bytes follow the first one; 0 if no character beyond ASCII begins with it.
    private static int following(int lead) {
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    }

    private static int lowestSecond(int lead) {
        return switch (lead) {
            case 0xE0 -> 0xA0;
            case 0xF0 -> 0x90;
            default -> 0x80;
        };
    }

    private static int highestSecond(int lead) {
        return switch (lead) {
            case 0xED -> 0x9F;
            case 0xF4 -> 0x8F;
            default -> 0xBF;
        };
    }

    private static void continuation(Cursor cursor, int lowest, int highest) throws JsonException {
        int b = cursor.peek();
        if (b < lowest || b > highest) {
            throw malformed(cursor);
        }
        cursor.advance();
    }

    private static JsonException malformed(Cursor cursor) {
        return cursor.expected("valid UTF-8");
    }
}
