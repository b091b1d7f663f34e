package prisme.useragent;

import java.util.List;

/// Finds the name of a tool that drives a browser, in the text of that browser:
/// `… Chrome/138.0.0.0 Safari/537.36 SecurityHeaders`.
///
/// After the version of a desktop browser, the browsers of people write nothing or a version of their own, but tools
/// write their name. It is recognised as a name of two words, or by a version that no browser has had for a long time,
/// such as `1.0`. Other tools put their name in the place of the browser or its engine.
final class ToolName {
    private static final String NOTHING = "";
    /* The end of Chrome's text since 2013. */
    private static final String USUAL_END = " Safari/537.36";
    private static final String ENGINE = "like Gecko) ";
    private static final String APART = "; ";
    private static final String END_OF_SYSTEM = ") ";
    /* Engines, browsers that name no engine, and a shell of Windows, whose requests count as those of a library. */
    private static final List<String> FOLLOW_THE_SYSTEM = List.of("AppleWebKit", "Gecko", "Goanna", "KHTML", "Presto",
        "Ladybird", "Servo", "NetSurf", "Lynx", "PowerShell", "WindowsPowerShell");

    private ToolName() {}

    /// Whether there is a tool's name in this text, which was read as `client`.
    static boolean isIn(String text, Client client) {
        return isTool(remark(text, client)) || isWordOnAPhone(text, client)
            || isInPlaceOfBrowser(text, client) || isInPlaceOfEngine(text, client);
    }

    /// The text after the version of a desktop browser of this family; empty when there is none.
    private static String remark(String text, Client client) {
        return text.endsWith(USUAL_END) ? NOTHING : switch (client.system()) {
            case "Windows", "macOS", "Linux" -> switch (client.browser()) {
                case "Chrome" -> after(text, " Safari/");
                case "Edge" -> after(text, " Edg/");
                case "Firefox" -> after(text, " Firefox/");
                default -> NOTHING;
            };
            default -> NOTHING;
        };
    }

    /// Whether there is only a word after the text of Chrome on a phone. Apps show pages in a web view, which writes
    /// `wv` or a version of its own, and browsers built on Chrome write their version: only tools write a word alone.
    private static boolean isWordOnAPhone(String text, Client client) {
        if (!client.system().equals("Android") || !client.browser().equals("Chrome") || text.endsWith(USUAL_END)
            || text.contains("; wv)") || text.contains(" Version/")) {
            return false;
        }
        String remark = after(text, " Mobile Safari/");
        int end = 0;
        while (end < remark.length() && isOfName(remark.charAt(end))) {
            end++;
        }
        return end > 0 && end == remark.length() && !endsOn("App", remark, end) && !endsOn("Browser", remark, end);
    }

    /// Whether there is a name without a version in the place of the name of a WebKit browser:
    /// `like Gecko) imgsizer Safari/`.
    private static boolean isInPlaceOfBrowser(String text, Client client) {
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

    /// Whether there is only a name where desktop browsers name their engine: `(Windows NT 6.1) Unheard/1.0`.
    private static boolean isInPlaceOfEngine(String text, Client client) {
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

    /* As in "imgsizer", "url2bmp" and "capybara-webkit". */
    private static boolean isOfSmallName(char c, boolean first) {
        return c >= 'a' && c <= 'z' || !first && (c == '-' || Phrase.isDigit(c));
    }

    private static String after(String text, String product) {
        int at = text.lastIndexOf(product);
        int end = at + product.length();
        while (end < text.length() && isVersion(text.charAt(end))) {
            end++;
        }
        boolean stands = at >= 0 && (text.startsWith(APART, end) || text.startsWith(" ", end));
        return stands ? text.substring(end).strip() : NOTHING;
    }

    /// Whether a text after a browser's version is the name of a tool: two words, one word after a semicolon, or a name
    /// with a low version.
    private static boolean isTool(String remark) {
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

    /* "OneTrust;" and "(BingLocalSearch)" without their punctuation. */
    private static String bare(String remark) {
        if (remark.startsWith("(") && remark.endsWith(")")) {
            String inner = remark.substring(1, remark.length() - 1);
            return inner.chars().allMatch(c -> Phrase.isLetter((char) c)) ? inner : NOTHING;
        }
        return remark.endsWith(";") ? remark.substring(0, remark.length() - 1) : remark;
    }

    /* Apps and extensions that people install have such names. */
    private static boolean isOfPeople(String name, int end) {
        return endsOn("App", name, end) || endsOn("Browser", name, end) || endsOn("Service", name, end);
    }

    private static boolean endsOn(String word, String remark, int end) {
        return remark.startsWith(word, end - word.length());
    }

    /* As in "LinkTiger", "Ghost Inspector" and "abuse.xmco.fr". */
    private static boolean beginsWord(String remark, int at) {
        char before = remark.charAt(at - 1);
        return Phrase.isLetter(remark.charAt(at)) && (!Phrase.isLetter(before)
            || Character.isLowerCase(before) && Character.isUpperCase(remark.charAt(at)));
    }

    /* A version from 1.0 to 3.1, followed by nothing, a blank or a semicolon. */
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
