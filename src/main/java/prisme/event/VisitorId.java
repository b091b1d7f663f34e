package prisme.event;

import java.util.HexFormat;

/// The ids of visitors in events: given by a site, or made for a day.
public final class VisitorId {
    /// How many characters an id may have at most.
    public static final int MAX_LENGTH = 256;

    /// The beginning of an id that is made for a day.
    public static final String PREFIX = "prisme_";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private VisitorId() {}

    /// Makes an id for a day: the prefix and these bits as 32 upper-case hex digits.
    public static String ofDay(long high, long low) {
        return PREFIX + HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }

    /// Whether a site may give a visitor this id: 1 to [#MAX_LENGTH] printable characters.
    public static boolean isValid(String id) {
        int count = 0;
        for (int i = 0; i < id.length(); count++) {
            int codePoint = id.codePointAt(i);
            if (count == MAX_LENGTH || !isPrintable(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return count > 0;
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
                 Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
