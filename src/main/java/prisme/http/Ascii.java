package prisme.http;

/// The letters and digits that HTTP knows: those of ASCII, and no sign or space among them.
final class Ascii {
    private Ascii() {}

    /// Whether there is nothing but digits; an empty text has none.
    static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
