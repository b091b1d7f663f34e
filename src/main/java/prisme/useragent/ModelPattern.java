package prisme.useragent;

/// How a family of models is spelled.
///
/// It stands for itself, except: `#` is a digit, `@` a letter, `%` any number of blanks, underscores, hyphens, dots
/// and stars (also none), `*` at the end any rest, `~` in front of all: in any case of letters. What stands before a
/// `|` is needed but does not belong to the name, such as the brand written once more. At the very end a `)`
/// asks that the description closes behind the model, and a `/` that a build follows.
final class ModelPattern {
    static final char ANY_LETTER = '@';

    private static final String SEPARATORS = " _-.*";

    private final String elements;
    private final boolean anyCase;
    private final boolean closed;
    private final boolean built;

    ModelPattern(String spelled) {
        anyCase = spelled.startsWith("~");
        closed = spelled.endsWith("#)") || spelled.endsWith("@)");
        built = spelled.endsWith("/");
        elements = spelled.substring(anyCase ? 1 : 0, spelled.length() - (closed || built ? 1 : 0));
    }

    /// The first character a model must have, folded: `#` for any digit, `@` for any letter.
    char first() {
        char first = elements.charAt(0) == '|' ? elements.charAt(1) : elements.charAt(0);
        return fold(first);
    }

    static char fold(char c) {
        return Phrase.isDigit(c) ? '#' : Phrase.isLetter(c) ? (char) (c | ' ') : c;
    }

    /// Where in the model the part begins that belongs to the name, or -1 when the model is spelled otherwise.
    int nameIn(ModelPlace place) {
        boolean hasBuild = !place.build().isEmpty();
        boolean fits = (!closed || !hasBuild && place.last()) && (!built || hasBuild);
        return fits ? nameIn(place.model()) : -1;
    }

    private int nameIn(String model) {
        int at = 0;
        int name = 0;
        for (int i = 0; i < elements.length(); i++) {
            char element = elements.charAt(i);
            switch (element) {
                case '|' -> name = at;
                case '%' -> at = skipSeparators(model, at);
                case '*' -> {
                    return name;
                }
                default -> {
                    if (at == model.length() || !stands(element, model.charAt(at++))) {
                        return -1;
                    }
                }
            }
        }
        return at == model.length() ? name : -1;
    }

    private static int skipSeparators(String model, int from) {
        int at = from;
        while (at < model.length() && SEPARATORS.indexOf(model.charAt(at)) >= 0) {
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
