package prisme.http;

/// Recognises the letters and digits of ASCII, the only ones that HTTP knows.
final class Ascii {
    private Ascii() {}

    /// Whether every character is a digit, which is also true of an empty text.
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
