package prisme.tracker;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Shortens a script that was written to be shortened; the rules for that stand at the top of `wa.js`.
final class Terse {
    /// What names become, in the order in which they appear; in this order the script compresses best.
    private static final String LETTERS = "iwsvbNofhAndcUSkulegtPapmrDRFqEHLByJGMxOzWIZVXKQCYTj";

    private static final Pattern SPACE_AT_A_MARK = Pattern.compile("\\s*([{}()\\[\\];,:?=<>&|+!\"])\\s*");
    private static final Pattern NAME = Pattern.compile("\\$\\w+");

    private Terse() {}

    /// A script that does the same as this one.
    ///
    /// @throws IllegalArgumentException when it has more names than there are letters
    static String of(String source) {
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
