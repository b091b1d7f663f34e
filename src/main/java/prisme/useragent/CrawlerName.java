package prisme.useragent;

import java.util.List;
import java.util.Locale;

/// Finds the name of a crawler in its text by a word for what it does, such as "bot". There are too many crawlers to
/// list them; the reference (uap-core) names them like this, too.
final class CrawlerName {
    private static final List<String> TRADES = List.of("archiver", "indexer", "scraper", "bot", "spider", "crawl");
    private static final List<String> ROOTS = List.of("spider", "scrape", "crawl");
    private static final int LONGEST = 50;

    private final String text;
    private final String lower;

    CrawlerName(String text) {
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
    }

    String orElse(String otherwise) {
        String name = versioned();
        if (name.isEmpty()) {
            name = bot();
        }
        if (name.isEmpty()) {
            name = aroundRoot();
        }
        return name.isEmpty() ? otherwise : name;
    }

    /* "Tutorial Crawler 1.4", "/redbot-1.0": words that end with such a word, and a number after them. */
    private String versioned() {
        for (int at = 0; at < lower.length(); at++) {
            for (String trade : TRADES) {
                int end = lower.startsWith(trade, at) ? endOfTrade(trade, at) : -1;
                if (end > 0 && isVersioned(end)) {
                    return text.substring(startOfWords(at), end).strip();
                }
            }
        }
        return "";
    }

    /* "crawl" may continue as "crawler" or "crawling"; the other words are complete. */
    private int endOfTrade(String trade, int at) {
        int end = at + trade.length();
        while (trade.equals("crawl") && end < at + LONGEST && isLetterAt(end)) {
            end++;
        }
        return end;
    }

    private boolean isVersioned(int end) {
        return end + 1 < text.length() && "/ -".indexOf(text.charAt(end)) >= 0 && Phrase.isDigit(text.charAt(end + 1));
    }

    private int startOfWords(int end) {
        int from = runBackwards(end, " -_![]:");
        /* What is between a slash and a blank is the version of something else. */
        int version = runBackwards(from, ".");
        int blank = text.indexOf(' ', from);
        boolean behindSlash = version > 0 && version < from && text.charAt(version - 1) == '/';
        return behindSlash && blank >= 0 && blank < end ? blank : from;
    }

    /* "GoGuidesBot", "masidani_bot": one word that ends with "bot". */
    private String bot() {
        for (int at = lower.indexOf("bot"); at >= 0; at = lower.indexOf("bot", at + 1)) {
            int end = at + "bot".length();
            if (!isLetterAt(end) && !lower.startsWith("cubot", at - 2)) {
                return text.substring(runBackwards(at, "-_."), end);
            }
        }
        return "";
    }

    /* "CSimpleSpider", "Trap Door Spider": a word with such a root. If it has nothing before the root, the word before
     * it is part of the name. */
    private String aroundRoot() {
        int at = firstRoot();
        if (at < 0) {
            return "";
        }
        int end = at;
        while (end < text.length() && (Phrase.isWord(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        int from = runBackwards(at, "-_");
        boolean alone = from == at && at > 1 && text.charAt(at - 1) == ' ';
        return text.substring(alone ? startOfLetters(at - 1) : from, end).strip();
    }

    private int firstRoot() {
        return ROOTS.stream().mapToInt(lower::indexOf).filter(found -> found >= 0).min().orElse(-1);
    }

    private int startOfLetters(int end) {
        int from = end;
        while (from > 0 && (isLetterAt(from - 1) || "-_".indexOf(text.charAt(from - 1)) >= 0)) {
            from--;
        }
        return from;
    }

    private int runBackwards(int end, String inner) {
        int from = end;
        while (from > 0 && end - from < LONGEST
            && (Phrase.isWord(text.charAt(from - 1)) || inner.indexOf(text.charAt(from - 1)) >= 0)) {
            from--;
        }
        return from;
    }

    private boolean isLetterAt(int at) {
        return at < text.length() && Phrase.isLetter(text.charAt(at));
    }
}
