package prisme.settings;

import java.util.List;

/// Reads numbers and quantities: a number without sign and, directly after it, a unit, as in `24h` or `64MiB`.
final class Quantity {
    private static final List<Unit> TIMES = List.of(new Unit("ms", 1), new Unit("s", 1_000), new Unit("m", 60_000),
            new Unit("h", 3_600_000), new Unit("d", 86_400_000));
    private static final List<Unit> SIZES = List.of(new Unit("B", 1), new Unit("KiB", 1L << 10),
            new Unit("MiB", 1L << 20), new Unit("GiB", 1L << 30));

    private record Unit(String name, long size) {}

    private Quantity() {}

    /// @throws IllegalArgumentException when `text` is no duration of at most 2⁶³ - 1 milliseconds
    static long milliseconds(String text) {
        return read(text, TIMES);
    }

    /// @throws IllegalArgumentException when `text` is no size of at most 2⁶³ - 1 bytes
    static long bytes(String text) {
        return read(text, SIZES);
    }

    /// @throws IllegalArgumentException unless `text` has only decimal digits and is at most 2⁶³ - 1
    static long wholeNumber(String text) {
        return times(text, 1);
    }

    private static long read(String text, List<Unit> units) {
        int end = endOfDigits(text);
        String name = text.substring(end);
        for (Unit unit : units) {
            if (unit.name.equals(name)) {
                return times(text.substring(0, end), unit.size);
            }
        }
        throw new IllegalArgumentException();
    }

    private static long times(String digits, long size) {
        if (digits.isEmpty() || endOfDigits(digits) < digits.length()) {
            throw new IllegalArgumentException();
        }
        try {
            return Math.multiplyExact(Long.parseLong(digits), size);
        } catch (ArithmeticException | NumberFormatException tooLarge) {
            throw new IllegalArgumentException();
        }
    }

    private static int endOfDigits(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
