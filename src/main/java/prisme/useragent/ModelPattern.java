package prisme.useragent;

/// How a family of models is spelled.
///
/// It stands for itself, except: `#` is a digit, `@` a letter, `%` any number of blanks, underscores, hyphens, dots
/// and stars (also none), `*` at the end any rest, `~` in front of all: in any case of letters. What stands before a
/// `|` is needed but does not belong to the name, such as the brand written once more. At the very end a `)`
/// asks that the description closes behind the model, and a `/` that a build follows.
final class ModelPattern {
    private static final char ANY_LETTER = '@';
    private static final String SEPARATORS = " _-.*";

    private final String elements;
    private final String needed;
    private final boolean anyCase;
    private final boolean closed;
    private final boolean built;

    ModelPattern(String spelled) {
        anyCase = spelled.startsWith("~");
        closed = spelled.endsWith("#)") || spelled.endsWith("@)");
        built = spelled.endsWith("/");
        elements = spelled.substring(anyCase ? 1 : 0, spelled.length() - (closed || built ? 1 : 0));
        needed = elements.replace("|", "");
    }

    /// Whether a model may fit that begins with this character.
    boolean mayBeginWith(char first) {
        return stands(needed.charAt(0), first);
    }

    /// Whether a model may fit whose second character is this one, 0 when there is none.
    boolean mayGoOnWith(char second) {
        char element = needed.length() == 1 ? 0 : needed.charAt(1);
        return element == '*' || element == '%' || stands(element, second);
    }

    /// Whether what surrounds the model is as the pattern asks.
    boolean suits(ModelPlace place) {
        return (!closed || !place.hasBuild() && place.last()) && (!built || place.hasBuild());
    }

    /// Where the part of the model begins that belongs to the name, or -1 when the model is spelled otherwise.
    int nameIn(String text, int from, int to) {
        int at = from;
        int name = from;
        for (int i = 0; i < elements.length(); i++) {
            char element = elements.charAt(i);
            switch (element) {
                case '|' -> name = at;
                case '%' -> at = skipSeparators(text, at, to);
                case '*' -> {
                    return name;
                }
                default -> {
                    if (at == to || !stands(element, text.charAt(at++))) {
                        return -1;
                    }
                }
            }
        }
        return at == to ? name : -1;
    }

    private static int skipSeparators(String text, int from, int to) {
        int at = from;
        while (at < to && SEPARATORS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private boolean stands(char element, char c) {
        return switch (element) {
            case '#' -> Phrase.isDigit(c);
            case ANY_LETTER -> Phrase.isLetter(c);
            default -> element == c || anyCase && Phrase.isLetter(element) && (element | ' ') == (c | ' ');
        };
    }
}
