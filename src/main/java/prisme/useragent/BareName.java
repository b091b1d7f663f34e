package prisme.useragent;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Decides whether a text is from a bot when it names no browser, no system, no device and no HTTP library:
/// `my-app/1.0`, `Hexometer`.
///
/// Apps, services and scripts send such names, and so do the crawlers of many companies. A name that is on the list of
/// crawlers is a bot. Otherwise, a word that people use for programs of their own lets it pass, and a word for what
/// crawlers do gives it away. A name with neither passes when it has no capital letter, like the names of most scripts,
/// or is very short; with a capital letter it looks like the name of a company or a product, and only crawlers are
/// known to send such names.
final class BareName {
    static final String KNOWN_BY_NAME = "a crawler known by name";

    private static final String NOTHING = "";
    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST_KNOWN = 30;

    private final RuleBook own;
    private final RuleBook trades;
    private final Set<String> known = new TreeSet<>();

    BareName(Tables tables, Phrases.Collector phrases) {
        own = new RuleBook(tables.lines("bare-own.txt"), phrases);
        trades = new RuleBook(tables.lines("bare-trades.txt"), phrases);
        tables.lines("bare-known.txt").forEach(line -> known.addAll(Set.of(line.split(" "))));
    }

    /// What gives a bot away; empty when nothing does.
    String signIn(String text, FoundPhrases found) {
        if (isKnown(text)) {
            return KNOWN_BY_NAME;
        }
        return own.answer(found, NOTHING).isEmpty() ? trades.answer(found, signInName(text)) : NOTHING;
    }

    private static String signInName(String text) {
        return isProperName(text) ? "the name of a product that is no known browser" : NOTHING;
    }

    private boolean isKnown(String text) {
        return known.contains(firstWord(text));
    }

    static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && end < LONGEST_KNOWN && "/ ;,(".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isProperName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
                return text.length() >= SHORTEST_NAME;
            }
        }
        return false;
    }
}
