package prisme.ip;

import java.util.Optional;

/// Reads and writes the dotted form of a version 4 address.
final class Ipv4Text {
    private static final int NUMBERS = 4;
    private static final int MAX_DIGITS = 3;
    private static final int MAX_NUMBER = 255;
    private static final int NONE = -1;

    private Ipv4Text() {}

    /// The address; empty unless the text is four numbers from 0 to 255 without leading zeros, with dots between them.
    static Optional<IpAddress> parse(String text) {
        int bits = 0;
        int start = 0;
        for (int i = 0; i < NUMBERS; i++) {
            int end = i < NUMBERS - 1 ? text.indexOf('.', start) : text.length();
            int number = number(text, start, end);
            if (number == NONE) {
                return Optional.empty();
            }
            bits = bits << Byte.SIZE | number;
            start = end + 1;
        }
        return Optional.of(IpAddress.ofIPv4(bits));
    }

    static String format(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & MAX_NUMBER) + "." + (bits >>> 8 & MAX_NUMBER) + "."
                + (bits & MAX_NUMBER);
    }

    /// The number that stands there, or [#NONE].
    private static int number(String text, int start, int end) {
        int digits = end - start;
        boolean leadingZero = digits > 1 && text.charAt(start) == '0';
        if (digits < 1 || digits > MAX_DIGITS || leadingZero) {
            return NONE;
        }
        int number = 0;
        for (int at = start; at < end; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return number <= MAX_NUMBER ? number : NONE;
    }
}
