package prisme.useragent;

/// Takes the name of an app or a crawler from the text, if the result of a rule is a word in braces.
final class NamesInText {
    /// Stands for the name before the first slash, as apps on Apple's systems write it.
    static final String APP = "{app}";
    /// Stands for the name of the crawler, or `Other`.
    static final String CRAWLER = "{crawler}";

    private static final int LONGEST = 100;

    private NamesInText() {}

    /// The result of a rule, with a word in braces replaced by the name in the text.
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
