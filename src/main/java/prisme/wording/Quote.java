package prisme.wording;

import java.util.Locale;

/// Quotes input in messages, whatever characters it has.
public final class Quote {
    private static final int MAX_SHOWN = 200;

    private Quote() {}

    /// The text between `'`, with control characters escaped so that they cannot affect a terminal, and cut off if it
    /// is long.
    public static String of(String text) {
        int end = text.codePointCount(0, text.length()) > MAX_SHOWN ? text.offsetByCodePoints(0, MAX_SHOWN) : -1;
        return end < 0 ? "'" + escaped(text) + "'" : "'" + escaped(text.substring(0, end)) + "…'";
    }

    /// The whole text with its control characters escaped, such as the name of a file.
    public static String escaped(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    /// A word of a command line or a file, quoted. If it may contain the value of a secret, the value is left out.
    public static String word(String text) {
        for (int i = 0; isSecret(text) && i < text.length(); i++) {
            if ("=:; ".indexOf(text.charAt(i)) >= 0 && isSecret(text.substring(0, i))) {
                return of(text.substring(0, i + 1) + "…");
            }
        }
        return of(text);
    }

    /// The value that was given to this name, quoted, or a text that says that it is a secret.
    public static String value(String name, String value) {
        return isSecret(name) ? "a secret that is not shown" : of(value);
    }

    /// Whether a value with this name, or a text that contains it, may be a secret.
    public static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.contains("token");
    }

    private static void append(StringBuilder shown, int codePoint) {
        switch (codePoint) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (isPrintable(codePoint)) {
                    shown.appendCodePoint(codePoint);
                } else {
                    shown.append("\\u%04X".formatted(codePoint));
                }
            }
        }
    }

    /* Format characters can reverse the direction of writing, or are invisible. */
    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
