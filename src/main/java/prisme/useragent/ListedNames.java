package prisme.useragent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Makes rules from the names in public lists of crawlers.
///
/// Nobody else has these names, so they are found anywhere in a text, whatever their case. A name must be at the
/// beginning of a word; a short one must be a whole word, as many words begin like a short name.
final class ListedNames {
    private static final String SEPARATOR = ", ";
    private static final int LONGEST_SHORT_NAME = 6;

    private ListedNames() {}

    /// Makes one rule for each name.
    ///
    /// @param reason the result of all these rules
    /// @param lines  names, separated by commas
    static List<String> asRules(String reason, List<String> lines) {
        Stream<String> names = lines.stream().flatMap(line -> Arrays.stream(line.split(SEPARATOR)));
        return names.map(name -> reason + " = ~<" + name + (name.length() <= LONGEST_SHORT_NAME ? ">" : "")).toList();
    }
}
