package prisme.country;

import java.util.Arrays;

/// Divides the version 6 space into ranges, each with a value; a range ends where the next one starts.
///
/// The first 64 bits of a start are kept with their first bit flipped, so that they ascend as signed numbers. The last
/// 64 bits are kept only when a range needs them: registries delegate nothing smaller than a /64.
final class Ipv6Ranges {
    /// How many bytes a range takes at most.
    static final int MAX_BYTES = 2 * Long.BYTES + Short.BYTES;

    private final long[] highs;
    private final long[] lows;
    private final short[] values;

    private Ipv6Ranges(long[] highs, long[] lows, short[] values) {
        this.highs = highs;
        this.lows = lows;
        this.values = values;
    }

    short valueOf(long high, long low) {
        long flipped = high ^ Long.MIN_VALUE;
        int first = 0;
        int last = highs.length - 1;
        while (first < last) {
            int middle = (first + last + 1) >>> 1;
            if (startsByThen(middle, flipped, low)) {
                first = middle;
            } else {
                last = middle - 1;
            }
        }
        return values[first];
    }

    private boolean startsByThen(int index, long flipped, long low) {
        long start = highs[index];
        return start < flipped
                || start == flipped && (lows.length == 0 || Long.compareUnsigned(lows[index], low) <= 0);
    }

    int count() {
        return highs.length;
    }

    short value(int index) {
        return values[index];
    }

    /// Takes ranges in ascending order, the first one starting at `::`, and joins neighbours that have the same value.
    static final class Builder {
        private long[] highs;
        private long[] lows = {};
        private short[] values;
        private int count;

        Builder(int capacity) {
            highs = new long[capacity];
            values = new short[capacity];
        }

        int count() {
            return count;
        }

        void add(long high, long low, short value) {
            if (count > 0 && values[count - 1] == value) {
                return;
            }
            if (count == highs.length) {
                resize(Growth.after(count));
            }
            if (low != 0 && lows.length == 0) {
                lows = new long[highs.length];
            }
            put(high, low, value);
        }

        private void put(long high, long low, short value) {
            highs[count] = high ^ Long.MIN_VALUE;
            if (lows.length > 0) {
                lows[count] = low;
            }
            values[count++] = value;
        }

        Ipv6Ranges build() {
            resize(count);
            return new Ipv6Ranges(highs, lows, values);
        }

        private void resize(int capacity) {
            if (capacity == highs.length) {
                return;
            }
            highs = Arrays.copyOf(highs, capacity);
            values = Arrays.copyOf(values, capacity);
            if (lows.length > 0) {
                lows = Arrays.copyOf(lows, capacity);
            }
        }
    }
}
