package prisme.event;

/// The families that a visitor's browser, operating system and device belong to; an unknown one is [#OTHER].
public record Client(String browser, String system, String device) {
    public static final String OTHER = "Other";
    public static final Client UNKNOWN = new Client(OTHER, OTHER, OTHER);
}
