package prisme.useragent;

import java.util.List;
import java.util.Locale;

/// Takes the name of an app or a crawler from the text itself, where a rule answers with braces.
///
/// Crawlers are so many that the reference names most of them by a word that ends in "bot", "spider" or the like.
final class NamesInText {
    /// The name in front of the first slash, as apps on Apple's systems have it.
    static final String APP = "{app}";
    /// The name of whatever crawls, or `Other`.
    static final String CRAWLER = "{crawler}";

    private static final List<String> TRADES = List.of("archiver", "indexer", "scraper", "bot", "spider", "crawl");
    private static final List<String> ROOTS = List.of("spider", "scrape", "crawl");
    private static final int LONGEST = 50;

    private NamesInText() {}

    /// The answer of a rule with its braces resolved.
    static String resolve(String answer, String text) {
        return switch (answer) {
            case APP -> app(text);
            case CRAWLER -> crawler(text);
            default -> answer;
        };
    }

    private static String app(String text) {
        int slash = text.indexOf('/');
        String name = slash > 0 ? text.substring(0, Math.min(slash, LONGEST * 2)) : "";
        boolean unnamed = name.isEmpty() || name.startsWith("Safari") || name.startsWith("CFNetwork");
        return unnamed ? "CFNetwork" : name.endsWith("-iPad") || name.endsWith("-iPhone")
            ? name.substring(0, name.lastIndexOf('-')) : name;
    }

    private static String crawler(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String name = versioned(text, lower);
        if (name.isEmpty()) {
            name = bot(text, lower);
        }
        if (name.isEmpty()) {
            name = around(text, lower);
        }
        return name.isEmpty() ? Client.OTHER : name;
    }

    /* "Tutorial Crawler 1.4", "/redbot-1.0": words up to a trade, behind which a number follows. */
    private static String versioned(String text, String lower) {
        for (int at = 0; at < lower.length(); at++) {
            for (String trade : TRADES) {
                if (lower.startsWith(trade, at)) {
                    int end = at + trade.length();
                    while (trade.equals("crawl") && end < lower.length() && end < at + LONGEST && Phrase.isLetter(lower.charAt(end))) {
                        end++;
                    }
                    if (end + 1 < lower.length() && "/ -".indexOf(lower.charAt(end)) >= 0
                        && Phrase.isDigit(lower.charAt(end + 1))) {
                        return text.substring(wordsBefore(text, at), end).strip();
                    }
                }
            }
        }
        return "";
    }

    private static int wordsBefore(String text, int end) {
        int from = end;
        while (from > 0 && end - from < LONGEST && isInWords(text.charAt(from - 1))) {
            from--;
        }
        /* What follows a slash up to a blank is the version of something else. */
        int version = from;
        while (version > 0 && from - version < LONGEST && (Phrase.isWord(text.charAt(version - 1)) || text.charAt(version - 1) == '.')) {
            version--;
        }
        int blank = text.indexOf(' ', from);
        boolean behindSlash = version > 0 && version < from && text.charAt(version - 1) == '/';
        return behindSlash && blank >= 0 && blank < end ? blank : from;
    }

    private static boolean isInWords(char c) {
        return Phrase.isWord(c) || " -_![]:".indexOf(c) >= 0;
    }

    /* "GoGuidesBot", "masidani_bot": one word that ends in "bot". */
    private static String bot(String text, String lower) {
        for (int at = lower.indexOf("bot"); at >= 0; at = lower.indexOf("bot", at + 1)) {
            int end = at + 3;
            boolean ends = end == lower.length() || !Phrase.isLetter(lower.charAt(end));
            int from = at;
            while (from > 0 && at - from < LONGEST && (Phrase.isWord(text.charAt(from - 1))
                || "-_.".indexOf(text.charAt(from - 1)) >= 0)) {
                from--;
            }
            if (ends && !lower.startsWith("cubot", at - 2)) {
                return text.substring(from, end);
            }
        }
        return "";
    }

    /* "CSimpleSpider Robot", "crazywebcrawler": a word with such a root, and the word before it. */
    private static String around(String text, String lower) {
        int at = -1;
        for (String root : ROOTS) {
            int found = lower.indexOf(root);
            at = found >= 0 && (at < 0 || found < at) ? found : at;
        }
        if (at < 0) {
            return "";
        }
        int end = at;
        while (end < text.length() && (Phrase.isWord(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        int from = at;
        while (from > 0 && (Phrase.isWord(text.charAt(from - 1)) || "-_".indexOf(text.charAt(from - 1)) >= 0)) {
            from--;
        }
        if (from == at && at > 1 && text.charAt(at - 1) == ' ') {
            from = at - 1;
            while (from > 0 && (Phrase.isLetter(text.charAt(from - 1)) || "-_".indexOf(text.charAt(from - 1)) >= 0)) {
                from--;
            }
        }
        return text.substring(from, end).strip();
    }
}
