package prisme.event;

/// The names of custom events.
public final class EventName {
    /// How many characters a name may have at most.
    public static final int MAX_LENGTH = 128;

    /// What a name must have, as the end of a sentence.
    public static final String RULE = "1 to " + MAX_LENGTH + " characters, none of them a control character";

    private EventName() {}

    /// Whether a custom event may have this name: 1 to [#MAX_LENGTH] characters, none of them a control character.
    public static boolean isValid(String name) {
        return !name.isEmpty() && name.codePointCount(0, name.length()) <= MAX_LENGTH
                && name.chars().noneMatch(Character::isISOControl);
    }
}
