package prisme.event;

/// The names of custom events.
public final class EventName {
    /// The most characters of one.
    public static final int MAX_LENGTH = 128;

    /// What one must have, as the end of a sentence that says so.
    public static final String RULE = "1 to " + MAX_LENGTH + " characters, none of them a control character";

    private EventName() {}

    /// Whether a site may call an event so: 1 to [#MAX_LENGTH] characters, none of them a control character.
    public static boolean isValid(String name) {
        return !name.isEmpty() && name.codePointCount(0, name.length()) <= MAX_LENGTH
                && name.chars().noneMatch(Character::isISOControl);
    }
}
