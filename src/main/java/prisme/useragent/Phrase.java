package prisme.useragent;

/// A pattern that is looked for in texts.
///
/// Its characters stand for themselves, except: `#` is any number (one or more digits). At the beginning, `^` stands
/// for the start of the text, `{` requires that the phrase begins at index 100 or before, and `<` at the start of a
/// word; at the end, `$` stands for the end of the text, and `>` for the end of a word. Letters and digits make words.
/// A `~` before all that makes it ignore case.
final class Phrase {
    static final char NUMBER = '#';
    /// A character that is put before every text.
    static final char START = '\2';

    private static final int NEAR = 100;

    private final String letters;
    private final boolean anyCase;
    private final boolean numeric;
    private final int latestStart;
    private final boolean toEnd;
    private final boolean wordStarts;
    private final boolean wordEnds;
    private final boolean endsInNumber;
    /* Whether every text with its shape matches. */
    private final boolean loose;

    /// @throws IllegalArgumentException when there is nothing besides special characters
    Phrase(String spelled) {
        String rest = spelled;
        anyCase = rest.startsWith("~");
        rest = anyCase ? rest.substring(1) : rest;
        latestStart = rest.startsWith("^") ? 0 : rest.startsWith("{") ? NEAR : Integer.MAX_VALUE;
        wordStarts = rest.startsWith("<");
        rest = latestStart <= NEAR || wordStarts ? rest.substring(1) : rest;
        toEnd = rest.endsWith("$");
        wordEnds = rest.endsWith(">");
        letters = toEnd || wordEnds ? rest.substring(0, rest.length() - 1) : rest;
        numeric = holdsNumber(letters);
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("the phrase '" + spelled + "' is empty");
        }
        endsInNumber = isNumeric(letters.charAt(letters.length() - 1));
        loose = anyCase && !numeric && latestStart > NEAR && !wordStarts && !wordEnds && !toEnd;
    }

    /// The characters that the automaton finds: without special characters, with every number written as `#`, and with
    /// [#START] before them if the phrase must be at the start of the text.
    String shape() {
        StringBuilder shape = new StringBuilder(latestStart == 0 ? String.valueOf(START) : "");
        for (int i = 0; i < letters.length(); i++) {
            char c = isDigit(letters.charAt(i)) ? NUMBER : letters.charAt(i);
            if (c != NUMBER || shape.isEmpty() || shape.charAt(shape.length() - 1) != NUMBER) {
                shape.append(c);
            }
        }
        return shape.toString();
    }

    /// Whether this phrase matches at a place where its shape was found.
    ///
    /// @param last the index of the last character, or if that is a digit, of the first digit of this number
    boolean standsAt(String text, int last) {
        if (loose) {
            return true;
        }
        int end = endsInNumber ? endOfNumber(text, last) : last + 1;
        if (end < 0 || toEnd && end != text.length()) {
            return false;
        }
        int start = numeric ? start(text, end) : startOfWords(text, end);
        return start >= 0 && start <= latestStart
            && (!wordStarts || start == 0 || !isWord(text.charAt(start - 1)))
            && (!wordEnds || end == text.length() || !isWord(text.charAt(end)));
    }

    /* Digits at the end of a phrase stand for all numbers that begin with them. */
    private int endOfNumber(String text, int first) {
        if (letters.endsWith("#")) {
            int end = first;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            return end;
        }
        int digits = letters.length();
        while (digits > 0 && isDigit(letters.charAt(digits - 1))) {
            digits--;
        }
        int end = first + letters.length() - digits;
        return end <= text.length() ? end : -1;
    }

    /* Without numbers, only the case of letters is not decided by the shape. */
    private int startOfWords(String text, int end) {
        int start = end - letters.length();
        return anyCase || text.startsWith(letters, start) ? start : -1;
    }

    /* Compares backwards from the end; -1 when the phrase does not match. */
    private int start(String text, int end) {
        int at = end;
        for (int i = letters.length() - 1; i >= 0; i--) {
            char wanted = letters.charAt(i);
            if (at == 0 || !alike(wanted, text.charAt(--at))) {
                return -1;
            }
            while (wanted == NUMBER && at > 0 && isDigit(text.charAt(at - 1))) {
                at--;
            }
        }
        return at;
    }

    private boolean alike(char wanted, char found) {
        return wanted == found
            || wanted == NUMBER && isDigit(found)
            || anyCase && isLetter(wanted) && (wanted | ' ') == (found | ' ');
    }

    private static boolean holdsNumber(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if (isNumeric(letters.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumeric(char c) {
        return c == NUMBER || isDigit(c);
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
