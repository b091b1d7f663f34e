package prisme.useragent;

import java.util.List;

/// What stands behind the text of a browser on a desktop, where people's browsers say nothing or their own version:
/// `… Chrome/138.0.0.0 Safari/537.36 SecurityHeaders`.
///
/// A tool that drives a browser writes its name there. It gives itself away as a product's name made of two words, or
/// as a version that browsers have long left behind, such as `1.0`.
final class Remark {
    private static final String NOTHING = "";
    /* How Chrome ends since 2013. */
    private static final String USUAL_END = " Safari/537.36";
    private static final String ENGINE = "like Gecko) ";
    private static final String APART = "; ";
    private static final String END_OF_SYSTEM = ") ";
    /* Of engines, of browsers that name none, and of a shell of Windows whose requests are those of a library. */
    private static final List<String> FOLLOW_THE_SYSTEM = List.of("AppleWebKit", "Gecko", "Goanna", "KHTML", "Presto",
        "Ladybird", "Servo", "NetSurf", "Lynx", "PowerShell", "WindowsPowerShell");

    private Remark() {}

    /// The remark behind the last version that a browser of this family gives, or an empty text.
    static String behind(String text, Client client) {
        return text.endsWith(USUAL_END) ? NOTHING : switch (client.system()) {
            case "Windows", "macOS", "Linux" -> switch (client.browser()) {
                case "Chrome" -> behind(text, " Safari/");
                case "Edge" -> behind(text, " Edg/");
                case "Firefox" -> behind(text, " Firefox/");
                default -> NOTHING;
            };
            default -> NOTHING;
        };
    }

    /// Whether a word alone stands behind the text of Chrome on a phone. Apps show pages in a web view, which says
    /// `wv` or a version of its own, and browsers built on Chrome give a version: only tools leave a bare word.
    static boolean isWordOnAPhone(String text, Client client) {
        if (!client.system().equals("Android") || !client.browser().equals("Chrome") || text.endsWith(USUAL_END)
            || text.contains("; wv)") || text.contains(" Version/")) {
            return false;
        }
        String remark = behind(text, " Mobile Safari/");
        int end = 0;
        while (end < remark.length() && isOfName(remark.charAt(end))) {
            end++;
        }
        return end > 0 && end == remark.length() && !endsOn("App", remark, end) && !endsOn("Browser", remark, end);
    }

    /// Whether a name without a version stands where WebKit's browsers give theirs: `like Gecko) imgsizer Safari/`.
    static boolean standsForTheBrowser(String text, Client client) {
        if (!client.system().equals("Linux") || client.browser().equals("Chrome")) {
            return false;
        }
        int from = text.indexOf(ENGINE) + ENGINE.length();
        int end = from;
        while (end < text.length() && isOfSmallName(text.charAt(end), end == from)) {
            end++;
        }
        return from >= ENGINE.length() && end > from
            && (text.startsWith(" Safari/", end) || text.startsWith(" Version/", end));
    }

    /// Whether a name alone stands where browsers on a desktop name their engine: `(Windows NT 6.1) Unheard/1.0`.
    static boolean standsForTheEngine(String text, Client client) {
        if (!client.browser().equals(Client.OTHER) || !text.startsWith("Mozilla/5.0 (Windows NT ")
            && !text.startsWith("Mozilla/5.0 (Macintosh; Intel ")) {
            return false;
        }
        int from = text.indexOf(END_OF_SYSTEM) + END_OF_SYSTEM.length();
        int end = from;
        while (end < text.length() && Phrase.isLetter(text.charAt(end))) {
            end++;
        }
        boolean named = from >= END_OF_SYSTEM.length() && end > from;
        return named && !FOLLOW_THE_SYSTEM.contains(text.substring(from, end)) && isVersionToTheEnd(text, end);
    }

    private static boolean isVersionToTheEnd(String text, int from) {
        int at = text.startsWith("/", from) ? from + 1 : from;
        while (at < text.length() && isVersion(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    /* In "imgsizer", "url2bmp" and "capybara-webkit". */
    private static boolean isOfSmallName(char c, boolean first) {
        return c >= 'a' && c <= 'z' || !first && (c == '-' || Phrase.isDigit(c));
    }

    private static String behind(String text, String product) {
        int at = text.lastIndexOf(product);
        int end = at + product.length();
        while (end < text.length() && isVersion(text.charAt(end))) {
            end++;
        }
        boolean stands = at >= 0 && (text.startsWith(APART, end) || text.startsWith(" ", end));
        return stands ? text.substring(end).strip() : NOTHING;
    }

    /// Whether it is the name of a tool: of two words, of one word that a semicolon sets apart, or young.
    static boolean namesATool(String remark) {
        boolean apart = remark.startsWith(APART);
        String name = bare(apart ? remark.substring(APART.length()) : remark);
        int end = 0;
        boolean twoWords = false;
        while (end < name.length() && isOfName(name.charAt(end))) {
            twoWords |= end > 0 && beginsWord(name, end);
            end++;
        }
        if (end == 0 || isOfPeople(name, end)) {
            return false;
        }
        return end == name.length() ? twoWords || apart : isYoung(name, end);
    }

    /* "OneTrust;" and "(BingLocalSearch)" without their marks. */
    private static String bare(String remark) {
        if (remark.startsWith("(") && remark.endsWith(")")) {
            String inner = remark.substring(1, remark.length() - 1);
            return inner.chars().allMatch(c -> Phrase.isLetter((char) c)) ? inner : NOTHING;
        }
        return remark.endsWith(";") ? remark.substring(0, remark.length() - 1) : remark;
    }

    /* What people install beside their browser calls itself so. */
    private static boolean isOfPeople(String name, int end) {
        return endsOn("App", name, end) || endsOn("Browser", name, end) || endsOn("Service", name, end);
    }

    private static boolean endsOn(String word, String remark, int end) {
        return remark.startsWith(word, end - word.length());
    }

    /* In "LinkTiger", "Ghost Inspector" and "abuse.xmco.fr". */
    private static boolean beginsWord(String remark, int at) {
        char before = remark.charAt(at - 1);
        return Phrase.isLetter(remark.charAt(at)) && (!Phrase.isLetter(before)
            || Character.isLowerCase(before) && Character.isUpperCase(remark.charAt(at)));
    }

    /* From 1.0 to 3.1, with nothing but another remark behind it. */
    private static boolean isYoung(String remark, int slash) {
        return remark.charAt(slash) == '/' && remark.length() >= slash + 4
            && remark.charAt(slash + 1) >= '1' && remark.charAt(slash + 1) <= '3' && remark.charAt(slash + 2) == '.'
            && remark.charAt(slash + 3) <= '1' && remark.charAt(slash + 3) >= '0'
            && (remark.length() == slash + 4 || " ;".indexOf(remark.charAt(slash + 4)) >= 0);
    }

    private static boolean isOfName(char c) {
        return Phrase.isLetter(c) || " .-".indexOf(c) >= 0;
    }

    private static boolean isVersion(char c) {
        return c == '.' || Phrase.isDigit(c);
    }
}
