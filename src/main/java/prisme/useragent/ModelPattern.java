package prisme.useragent;

/// A pattern for the names of models.
///
/// Its characters stand for themselves, except: `#` is a digit, `@` a letter, `%` any number of blanks, underscores,
/// hyphens, dots and stars (also none), and `*` at the end anything. A `~` at the beginning makes it ignore case. What
/// is before a `|` is required, but not part of the name, such as the brand written once more. A `)` at the very end
/// requires that the parenthesis closes after the model, and a `/` that a build follows.
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

    /// Whether a model that begins with this character may match.
    boolean mayBeginWith(char first) {
        return stands(needed.charAt(0), first);
    }

    /// Whether a model whose second character is this one may match; 0 stands for no second character.
    boolean mayGoOnWith(char second) {
        char element = needed.length() == 1 ? 0 : needed.charAt(1);
        return element == '*' || element == '%' || stands(element, second);
    }

    /// Whether what follows the model is as a `)` or `/` of the pattern requires.
    boolean suits(ModelPlace place) {
        return (!closed || !place.hasBuild() && place.last()) && (!built || place.hasBuild());
    }

    /// The index at which the part of the model begins that belongs to the name, or -1 when the model does not match.
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
