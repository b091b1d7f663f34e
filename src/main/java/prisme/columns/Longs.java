package prisme.columns;

import java.util.Arrays;

/// A growing column of 64-bit numbers.
final class Longs {
    private long[] values = new long[16];
    private int size;

    int size() {
        return size;
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + size / 2);
        }
        values[size++] = value;
    }

    long get(int index) {
        return values[index];
    }

    void read(int from, int count, long[] into) {
        System.arraycopy(values, from, into, 0, count);
    }
}
