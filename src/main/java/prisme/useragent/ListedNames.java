package prisme.useragent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Makes rules of names that public lists of crawlers have.
///
/// What is listed has a name nobody else has, so it is looked for anywhere in a text and in any case of letters. It
/// begins a word; a short name also ends it, for many words begin as a short name does.
final class ListedNames {
    private static final String SEPARATOR = ", ";
    private static final int LONGEST_SHORT_NAME = 6;

    private ListedNames() {}

    /// One rule for every name.
    ///
    /// @param reason the answer of the rules
    /// @param lines  names, separated by commas
    static List<String> asRules(String reason, List<String> lines) {
        Stream<String> names = lines.stream().flatMap(line -> Arrays.stream(line.split(SEPARATOR)));
        return names.map(name -> reason + " = ~<" + name + (name.length() <= LONGEST_SHORT_NAME ? ">" : "")).toList();
    }
}
