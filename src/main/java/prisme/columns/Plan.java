package prisme.columns;

import java.util.Arrays;

/// How numbers are best packed: in which stretch of 2^`width` values most of them lie, and what the others take.
///
/// @param width          how many bits a number within the stretch takes
/// @param base           the lowest number of the stretch
/// @param exceptions     how many numbers lie outside the stretch
/// @param exceptionWidth how many bits an exception takes
/// @param exceptionBase  the lowest exception
/// @param bits           how many bits all of it takes
record Plan(int width, long base, int exceptions, int exceptionWidth, long exceptionBase, long bits) {
    static Plan of(long[] numbers, int count) {
        if (count < 1) {
            return new Plan(0, 0, 0, 0, 0, 0);
        }
        long[] sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        int widest = Packing.width(sorted[count - 1] - sorted[0]);
        Plan plain = new Plan(widest, sorted[0], 0, 0, 0, (long) count * widest);
        Plan best = plain;
        for (int width = Packing.widthBelow(widest); width >= 0; width = Packing.widthBelow(width)) {
            Plan plan = ofWidth(sorted, width);
            if (plan.bitsOfExceptions() >= best.bits) {
                break;  // still narrower ones leave at least as many outside
            }
            best = plan.bits < plain.bits && plan.bits <= best.bits ? plan : best;
        }
        return best;
    }

    private long bitsOfExceptions() {
        return (long) exceptions * (Packing.PLACE_WIDTH + exceptionWidth);
    }

    boolean holds(long number) {
        return number >= base && (width == Long.SIZE || number - base >>> width == 0);
    }

    /// Finds the stretch of 2^`width` values that holds most numbers.
    private static Plan ofWidth(long[] sorted, int width) {
        int from = 0;
        int most = 0;
        int start = 0;
        for (int i = 0; i < sorted.length; i++) {
            while (sorted[i] - sorted[start] >>> width != 0) {
                start++;
            }
            if (i + 1 - start > most) {
                most = i + 1 - start;
                from = start;
            }
        }
        return with(sorted, width, from, from + most);
    }

    private static Plan with(long[] sorted, int width, int from, int to) {
        int outside = sorted.length - (to - from);
        long lowest = from > 0 ? sorted[0] : sorted[to];
        long highest = to < sorted.length ? sorted[sorted.length - 1] : sorted[from - 1];
        int exceptionWidth = Packing.width(highest - lowest);
        long bits = (long) sorted.length * width + Long.SIZE + (long) outside * (Packing.PLACE_WIDTH + exceptionWidth);
        return new Plan(width, sorted[from], outside, exceptionWidth, lowest, bits);
    }
}
