package prisme.useragent;

/// A piece of text to look for.
///
/// It stands for itself, except: `#` is any number (one or more digits), `^` in front the start of the text, `{` in
/// front that it begins within the first 100 characters or right behind them, `$` behind the end of the text, `<` in
/// front and `>` behind the edge of a word (letters and digits make words), `~` in front of all that: in any case of
/// letters.
final class Phrase {
    static final char NUMBER = '#';
    /// Stands before the first character of every text.
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
    /* Whether its shape says all. */
    private final boolean loose;

    /// @throws IllegalArgumentException when nothing but marks is left
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

    /// The characters to find, marks removed and every number written as `#`; [#START] in front of what must be first.
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

    /// Whether this phrase stands in the text, where its shape is known to end at `last`: the place of its last
    /// character, or of the first digit of its last number.
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

    /* A number written out at the end of a phrase stands for all numbers that begin so. */
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

    /* Without numbers a shape leaves nothing open but the case of letters. */
    private int startOfWords(String text, int end) {
        int start = end - letters.length();
        return anyCase || text.startsWith(letters, start) ? start : -1;
    }

    /* Backwards from the end; -1 when something differs. */
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
