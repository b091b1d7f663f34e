package prisme.useragent;

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
        while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        return from >= ENGINE.length() && end > from
            && (text.startsWith(" Safari/", end) || text.startsWith(" Version/", end));
    }

    private static String behind(String text, String product) {
        int at = text.lastIndexOf(product);
        int end = at + product.length();
        while (end < text.length() && isVersion(text.charAt(end))) {
            end++;
        }
        int remark = text.startsWith("; ", end) ? end + 2 : end + 1;
        boolean stands = at >= 0 && remark < text.length() && text.charAt(remark - 1) == ' ';
        return stands ? text.substring(remark) : NOTHING;
    }

    /// Whether it is the name of a tool.
    static boolean namesATool(String remark) {
        if (remark.isEmpty()) {
            return false;
        }
        int end = 0;
        boolean twoWords = false;
        while (end < remark.length() && isOfName(remark.charAt(end))) {
            twoWords |= end > 0 && beginsWord(remark, end);
            end++;
        }
        if (endsOn("App", remark, end) || endsOn("Browser", remark, end)) {
            return false;
        }
        return end == remark.length() ? twoWords : end > 0 && isYoung(remark, end);
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
