package prisme.event;

/// The UTM parameters of a visit's first page; absent ones are empty.
public record Campaign(String source, String medium, String campaign, String term, String content) {
    public static final Campaign NONE = new Campaign("", "", "", "", "");
}
