package prisme.http;

/// Whether a text is a number of the kind that HTTP knows: digits of ASCII alone, no sign, no space.
final class Digits {
    private Digits() {}

    /// Whether there is nothing but digits; an empty text has none.
    static boolean areAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
