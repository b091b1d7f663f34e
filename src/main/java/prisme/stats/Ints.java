package prisme.stats;

import java.util.Arrays;

/// A list of numbers that grows.
final class Ints {
    private int[] values;
    private int size;

    Ints() {
        this.values = new int[16];
    }

    /// @param values belong to the list from now on
    Ints(int[] values) {
        this.values = values;
        this.size = values.length;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(16, size * 2));
        }
        values[size++] = value;
    }

    void addAll(int[] more) {
        if (values.length - size < more.length) {
            values = Arrays.copyOf(values, Math.max(size * 2, size + more.length));
        }
        System.arraycopy(more, 0, values, size, more.length);
        size += more.length;
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
