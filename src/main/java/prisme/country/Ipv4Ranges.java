package prisme.country;

import java.util.Arrays;

/// Divides the version 4 space into ranges, each with a value; a range ends where the next one starts.
///
/// Starts are kept with their first bit flipped, so that they ascend as signed numbers.
final class Ipv4Ranges {
    /// How many bytes a range takes.
    static final int BYTES = Integer.BYTES + Short.BYTES;

    private final int[] starts;
    private final short[] values;

    private Ipv4Ranges(int[] starts, short[] values) {
        this.starts = starts;
        this.values = values;
    }

    short valueOf(int address) {
        int found = Arrays.binarySearch(starts, address ^ Integer.MIN_VALUE);
        return values[found >= 0 ? found : -found - 2];
    }

    int count() {
        return starts.length;
    }

    int start(int index) {
        return starts[index] ^ Integer.MIN_VALUE;
    }

    short value(int index) {
        return values[index];
    }

    /// Takes ranges in ascending order, the first one starting at 0, and joins neighbours that have the same value.
    static final class Builder {
        private int[] starts;
        private short[] values;
        private int count;

        Builder(int capacity) {
            starts = new int[capacity];
            values = new short[capacity];
        }

        int count() {
            return count;
        }

        void add(int start, short value) {
            if (count > 0 && values[count - 1] == value) {
                return;
            }
            if (count == starts.length) {
                resize(Growth.after(count));
            }
            starts[count] = start ^ Integer.MIN_VALUE;
            values[count++] = value;
        }

        Ipv4Ranges build() {
            resize(count);
            return new Ipv4Ranges(starts, values);
        }

        private void resize(int capacity) {
            if (capacity != starts.length) {
                starts = Arrays.copyOf(starts, capacity);
                values = Arrays.copyOf(values, capacity);
            }
        }
    }
}
