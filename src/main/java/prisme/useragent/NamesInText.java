package prisme.useragent;

/// Takes the name of an app or a crawler from the text itself, where a rule answers with braces.
final class NamesInText {
    /// The name in front of the first slash, as apps on Apple's systems have it.
    static final String APP = "{app}";
    /// The name of whatever crawls, or `Other`.
    static final String CRAWLER = "{crawler}";

    private static final int LONGEST = 100;

    private NamesInText() {}

    /// The answer of a rule with its braces resolved.
    static String resolve(String answer, String text) {
        return switch (answer) {
            case APP -> app(text);
            case CRAWLER -> new CrawlerName(text).orElse(Client.OTHER);
            default -> answer;
        };
    }

    private static String app(String text) {
        int slash = text.indexOf('/');
        String name = slash > 0 ? text.substring(0, Math.min(slash, LONGEST)) : "";
        if (name.isEmpty() || name.startsWith("Safari") || name.startsWith("CFNetwork")) {
            return "CFNetwork";
        }
        boolean forDevice = name.endsWith("-iPad") || name.endsWith("-iPhone");
        return forDevice ? name.substring(0, name.lastIndexOf('-')) : name;
    }
}
