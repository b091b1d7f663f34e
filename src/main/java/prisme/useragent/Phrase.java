package prisme.useragent;

/// A piece of text to look for.
///
/// It stands for itself, except: `#` is any digit, `^` in front the start of the text, `$` behind its end, `<` in
/// front and `>` behind the edge of a word (letters and digits make words), `~` in front of all that: in any case
/// of letters.
final class Phrase {
    static final char ANY_DIGIT = '#';

    private final String letters;
    private final boolean anyCase;
    private final boolean fromStart;
    private final boolean toEnd;
    private final boolean wordStarts;
    private final boolean wordEnds;

    /// @throws IllegalArgumentException when nothing but marks is left
    Phrase(String spelled) {
        String rest = spelled;
        anyCase = rest.startsWith("~");
        rest = anyCase ? rest.substring(1) : rest;
        fromStart = rest.startsWith("^");
        wordStarts = rest.startsWith("<");
        rest = fromStart || wordStarts ? rest.substring(1) : rest;
        toEnd = rest.endsWith("$");
        wordEnds = rest.endsWith(">");
        letters = toEnd || wordEnds ? rest.substring(0, rest.length() - 1) : rest;
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("the phrase '" + spelled + "' is empty");
        }
    }

    /// The characters to find, marks removed.
    String letters() {
        return letters;
    }

    /// Whether this phrase stands in the text so that it ends before `end`; its letters, folded, are known to.
    boolean endsAt(String text, int end) {
        int start = end - letters.length();
        return (!fromStart || start == 0) && (!toEnd || end == text.length())
            && (!wordStarts || start == 0 || !isWord(text.charAt(start - 1)))
            && (!wordEnds || end == text.length() || !isWord(text.charAt(end)))
            && spelledAlike(text, start);
    }

    private boolean spelledAlike(String text, int start) {
        for (int i = 0; i < letters.length(); i++) {
            char wanted = letters.charAt(i);
            char found = text.charAt(start + i);
            boolean alike = wanted == found || wanted == ANY_DIGIT || anyCase && !isDigit(wanted);
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isWord(char c) {
        return isLetter(c) || isDigit(c);
    }
}
