package prisme.http;

/// Checks what may be in a header ([RFC 9110, 5.5](https://www.rfc-editor.org/rfc/rfc9110#section-5.5)). The JDK's
/// server does not refuse folded lines, NUL or spaces in names.
public final class HeaderText {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private HeaderText() {}

    /// Whether this is a token, as the names of headers are
    /// ([RFC 9110, 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2)).
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// @throws IllegalArgumentException when this cannot be the name of a header
    static void checkName(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isTokenCharacter(name.charAt(i))) {
                throw new IllegalArgumentException("a header's name is a token, which offset " + i + " is not part of");
            }
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a header has a name");
        }
    }

    /// @throws IllegalArgumentException when this cannot be the value of a header
    static void checkValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isText(value.charAt(i))) {
                throw new IllegalArgumentException("character " + i + " of a header's value is U+"
                        + Integer.toHexString(value.charAt(i)) + ", which may not stand there");
            }
        }
    }

    /// Whether this may be part of a token.
    public static boolean isTokenCharacter(int c) {
        return Ascii.isLetterOrDigit(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static boolean isText(char c) {
        return c >= 0x20 && c < 0x7f || c == '\t' || c >= 0xa0 && c <= 0xff;
    }
}
