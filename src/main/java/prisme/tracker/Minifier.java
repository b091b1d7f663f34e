package prisme.tracker;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Minifies a script that was written for this; the rules for that are at the top of `wa.js`.
final class Minifier {
    /// The letters that replace names, in the order in which the names appear. With this order `wa.js` compresses best.
    private static final String LETTERS = "iwsbUNayhpncvdIkrflgtemuPoDBEFVZxQWSKRLGzXTJHAYjqCMO";

    private static final Pattern SPACE_AT_A_MARK = Pattern.compile("\\s*([{}()\\[\\];,:?=<>&|+!\"])\\s*");
    private static final Pattern NAME = Pattern.compile("\\$\\w+");

    private Minifier() {}

    /// A shorter script that does the same.
    ///
    /// @throws IllegalArgumentException when the script has more names than there are letters
    static String minified(String source) {
        String code = source.lines()
                .map(String::strip)
                .filter(Predicate.not(line -> line.startsWith("//")))
                .collect(Collectors.joining("\n"));
        return withLetters(SPACE_AT_A_MARK.matcher(code).replaceAll("$1").replace(";}", "}"));
    }

    private static String withLetters(String code) {
        Map<String, String> letters = new HashMap<>();
        return NAME.matcher(code)
                .replaceAll(name -> letters.computeIfAbsent(name.group(), _ -> letter(letters.size())));
    }

    private static String letter(int number) {
        if (number >= LETTERS.length()) {
            throw new IllegalArgumentException("a script may have " + LETTERS.length() + " names of its own");
        }
        return LETTERS.substring(number, number + 1);
    }
}
