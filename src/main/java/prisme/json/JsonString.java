package prisme.json;

/// Skips a string in a text, checking it, and decodes what is between its quotes.
final class JsonString {
    private JsonString() {}

    /// Moves the cursor behind the string that begins at it.
    static void skip(Cursor cursor) throws JsonException {
        cursor.expect('"', "a string");
        for (int b = cursor.skipOrdinary(); b != '"'; b = cursor.skipOrdinary()) {
            if (b == '\\') {
                escape(cursor);
            } else if (b >= 0x80) {
                Utf8.skip(cursor);
            } else {
                throw cursor.expected(b == Cursor.END ? "'\"'" : "control characters to be escaped");
            }
        }
        cursor.advance();
    }

    private static void escape(Cursor cursor) throws JsonException {
        cursor.advance();
        switch (cursor.peek()) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> cursor.advance();
            case 'u' -> unicodeEscape(cursor);
            default -> throw cursor.expected("one of \"\\/bfnrtu");
        }
    }

    private static void unicodeEscape(Cursor cursor) throws JsonException {
        cursor.advance();
        for (int i = 0; i < 4; i++) {
            if (!isHexDigit(cursor.peek())) {
                throw cursor.expected("a hexadecimal digit");
            }
            cursor.advance();
        }
    }

    private static boolean isHexDigit(int b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F';
    }

    /// Resolves the escapes of a valid string.
    ///
    /// @param inside what is between the quotes
    /// @return well-formed Unicode
    /// @throws JsonException when an escape is half a surrogate pair, and the other half is not beside it
    static String decode(String inside) throws JsonException {
        return inside.indexOf('\\') < 0 ? inside : wellFormed(unescape(inside));
    }

    /// Does the same, but takes halves of surrogate pairs: names that differ in these are different names.
    static String unescape(String inside) {
        int escape = inside.indexOf('\\');
        return escape < 0 ? inside : unescape(inside, escape);
    }

    private static String unescape(String inside, int firstEscape) {
        StringBuilder decoded = new StringBuilder(inside.length());
        int from = 0;
        for (int escape = firstEscape; escape >= 0; escape = inside.indexOf('\\', from)) {
            decoded.append(inside, from, escape).append(escaped(inside, escape + 1));
            from = escape + (inside.charAt(escape + 1) == 'u' ? 6 : 2);
        }
        return decoded.append(inside, from, inside.length()).toString();
    }

    private static char escaped(String inside, int at) {
        char letter = inside.charAt(at);
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) Integer.parseInt(inside, at + 1, at + 5, 16);
            default -> letter;
        };
    }

    private static String wellFormed(String text) throws JsonException {
        int codePoint;
        for (int at = 0; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(at);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw halfAPair();
            }
        }
        return text;
    }

    static JsonException halfAPair() {
        return new JsonException("expected Unicode text but found half a surrogate pair");
    }
}
