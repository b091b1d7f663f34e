package prisme.useragent;

/// Takes the name of a browser from the text itself, where a rule says so in braces.
final class NamesInText {
    private NamesInText() {}

    /// The answer of a rule with its braces resolved.
    static String resolve(String answer, String text) {
        return switch (answer) {
            case "{crawler}" -> Client.OTHER;
            default -> answer;
        };
    }
}
