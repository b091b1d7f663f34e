package prisme.ip;

import java.util.Optional;

/// Reads and writes the form of a version 6 address: groups of 16 bits in hexadecimal, with colons between them.
///
/// An object collects groups from left to right. A text with `::` is read into two objects, one for each side.
final class Ipv6Text {
    private static final int GROUPS = 8;
    private static final int MAX_DIGITS = 4;
    private static final String GAP = "::";

    private long high;
    private long low;
    private int count;
    private boolean wellFormed = true;

    private Ipv6Text() {}

    /// The address; empty when the text is not one.
    static Optional<IpAddress> parse(String text) {
        int gap = text.indexOf(GAP);
        return gap < 0 ? parseWhole(text) : parseSides(text.substring(0, gap), text.substring(gap + GAP.length()));
    }

    private static Optional<IpAddress> parseWhole(String text) {
        Ipv6Text whole = new Ipv6Text();
        whole.readLast(text);
        return whole.wellFormed && whole.count == GROUPS
                ? Optional.of(new IpAddress(whole.high, whole.low))
                : Optional.empty();
    }

    private static Optional<IpAddress> parseSides(String before, String after) {
        Ipv6Text left = new Ipv6Text();
        Ipv6Text right = new Ipv6Text();
        if (!before.isEmpty()) {
            left.readGroups(before);
        }
        if (!after.isEmpty()) {
            right.readLast(after);
        }
        if (!left.wellFormed || !right.wellFormed || left.count + right.count >= GROUPS) {
            return Optional.empty();
        }
        left.fill();
        return Optional.of(new IpAddress(left.high | right.high, left.low | right.low));
    }

    /// Reads the end of an address, where the last 32 bits may be dotted.
    private void readLast(String text) {
        if (text.indexOf('.') < 0) {
            readGroups(text);
            return;
        }
        int tail = text.lastIndexOf(':') + 1;
        if (tail > 1) {
            readGroups(text.substring(0, tail - 1));
        } else if (tail == 1) {
            wellFormed = false;
        }
        Ipv4Text.parse(text.substring(tail)).ifPresentOrElse(this::addDotted, () -> wellFormed = false);
    }

    private void readGroups(String text) {
        int start = 0;
        while (wellFormed && start <= text.length()) {
            int colon = text.indexOf(':', start);
            int end = colon < 0 ? text.length() : colon;
            readGroup(text, start, end);
            start = end + 1;
        }
    }

    private void readGroup(String text, int start, int end) {
        wellFormed = start < end && end - start <= MAX_DIGITS && count < GROUPS;
        int group = 0;
        for (int at = start; wellFormed && at < end; at++) {
            int digit = hexDigit(text.charAt(at));
            wellFormed = digit >= 0;
            group = group << 4 | digit;
        }
        add(group);
    }

    /// The value of a digit, or -1. `Character.digit` alone would accept the digits of other scripts, too.
    private static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private void addDotted(IpAddress address) {
        add(address.ipv4() >>> Character.SIZE);
        add(address.ipv4() & 0xffff);
    }

    private void add(int group) {
        high = high << Character.SIZE | low >>> (Long.SIZE - Character.SIZE);
        low = low << Character.SIZE | group;
        count++;
    }

    private void fill() {
        while (count < GROUPS) {
            add(0);
        }
    }

    /// The canonical text: lower case, no leading zeros, and `::` for the longest run of two or more zero groups, the
    /// first one where several are equally long.
    static String format(IpAddress address) {
        int start = 0;
        int length = 1;
        for (int at = 0; at < GROUPS; at++) {
            int zeros = zerosFrom(address, at);
            if (zeros > length) {
                start = at;
                length = zeros;
            }
        }
        return length == 1
                ? join(address, 0, GROUPS)
                : join(address, 0, start) + GAP + join(address, start + length, GROUPS);
    }

    private static int zerosFrom(IpAddress address, int start) {
        int end = start;
        while (end < GROUPS && group(address, end) == 0) {
            end++;
        }
        return end - start;
    }

    private static String join(IpAddress address, int start, int end) {
        StringBuilder text = new StringBuilder(IpAddress.MAX_TEXT_LENGTH);
        for (int at = start; at < end; at++) {
            text.append(at > start ? ":" : "").append(Integer.toHexString(group(address, at)));
        }
        return text.toString();
    }

    private static int group(IpAddress address, int index) {
        long half = index < GROUPS / 2 ? address.high() : address.low();
        int shift = Long.SIZE - Character.SIZE * (index % (GROUPS / 2) + 1);
        return (int) (half >>> shift) & 0xffff;
    }
}
