package prisme.event;

import java.util.HexFormat;

/// The names of visitors: given by a site, or made for a day.
public final class VisitorId {
    /// The most characters of one.
    public static final int MAX_LENGTH = 256;

    /// How one begins that is made for a day.
    public static final String PREFIX = "prisme_";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private VisitorId() {}

    /// One that is made for a day: these bits behind the prefix, as 32 upper-case hex digits.
    public static String ofDay(long high, long low) {
        return PREFIX + HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }

    /// Whether a site may call a visitor so: 1 to [#MAX_LENGTH] printable characters.
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
