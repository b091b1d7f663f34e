package prisme.useragent;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Decides whether a text was sent by a bot.
///
/// First comes what bots say about themselves: what they do, the name of a service, an address for complaints, the
/// [name of a tool][ToolName], a crawler as their device. Then comes what they leave out: a text that names no browser,
/// no system, no device and no HTTP library is a [BareName], for which there are stricter rules.
final class BotDetector {
    private static final Verdict.Person PERSON = new Verdict.Person();
    private static final String NOTHING = "";
    /* The device family of crawlers. */
    private static final String CRAWLER = "Spider";

    private final RuleBook signs;
    private final RuleBook libraries;
    private final BareName bareName;

    BotDetector(Tables tables, Phrases.Collector phrases) {
        List<String> listed = ListedNames.asRules(BareName.KNOWN_BY_NAME, tables.lines("crawlers-listed.txt"));
        signs = new RuleBook(Stream.concat(tables.lines("crawlers.txt").stream(), listed.stream()).toList(), phrases);
        libraries = new RuleBook(tables.lines("libraries.txt"), phrases);
        bareName = new BareName(tables, phrases);
    }

    Verdict verdict(String text, FoundPhrases found, Client client) {
        String sign = signs.answer(found, NOTHING);
        if (!sign.isEmpty()) {
            return new Verdict.Bot(sign);
        }
        if (holdsMailAddress(text) && !isAndroidApp(text, client)) {
            return new Verdict.Bot("a mail address");
        }
        if (ToolName.isIn(text, client)) {
            return new Verdict.Bot("the name of a tool behind a browser's text");
        }
        boolean crawls = client.device().equals(CRAWLER);
        if ((crawls || saysLittle(text, client)) && libraries.answer(found, NOTHING).isEmpty()) {
            sign = crawls ? BareName.KNOWN_BY_NAME : bareName.signIn(text, found);
        }
        return sign.isEmpty() ? PERSON : new Verdict.Bot(sign);
    }

    /* The text of a program on a server may name the Linux that it runs on. */
    private static boolean saysLittle(String text, Client client) {
        boolean onServer = client.system().equals("Linux") && !text.startsWith("Mozilla/");
        return client.browser().equals(Client.OTHER) && (onServer || client.system().equals(Client.OTHER))
            && (client.device().equals(Client.OTHER) || client.device().equals("Generic Feature Phone"));
    }

    /* Some apps on phones send the mail address of their developer. */
    private static boolean isAndroidApp(String text, Client client) {
        return client.system().equals("Android") || text.toLowerCase(Locale.ROOT).contains("android");
    }

    private static boolean holdsMailAddress(String text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (isMailAddress(text, at)) {
                return true;
            }
        }
        return false;
    }

    /* A letter or digit before the @, a letter and later a dot after it: "Ecosia android@119.0" is a version. */
    private static boolean isMailAddress(String text, int at) {
        if (at == 0 || at + 1 == text.length() || !Phrase.isWord(text.charAt(at - 1))
            || !Phrase.isLetter(text.charAt(at + 1))) {
            return false;
        }
        int end = at + 1;
        while (end < text.length() && (Phrase.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end + 1 < text.length() && text.charAt(end) == '.' && Phrase.isLetter(text.charAt(end + 1));
    }
}
