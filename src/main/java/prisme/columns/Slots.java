package prisme.columns;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// A hash table of rows with open addressing: a search goes from slot to slot until it finds its row or an empty slot.
final class Slots {
    static final int EMPTY = -1;

    private final int[] rows;

    /// @param size a power of two
    Slots(int size) {
        rows = new int[size];
        Arrays.fill(rows, EMPTY);
    }

    int first(long hash) {
        return (int) (hash ^ hash >>> 32) & rows.length - 1;
    }

    int next(int slot) {
        return slot + 1 & rows.length - 1;
    }

    int at(int slot) {
        return rows[slot];
    }

    void put(int slot, int row) {
        rows[slot] = row;
    }

    /// Whether the table should grow when it has `count` rows.
    boolean isFullWith(int count) {
        return count * 3L > rows.length * 2L;
    }

    /// A table of twice the size with the same rows.
    Slots larger(IntToLongFunction hash) {
        Slots larger = new Slots(rows.length * 2);
        for (int row : rows) {
            if (row != EMPTY) {
                int slot = larger.first(hash.applyAsLong(row));
                while (larger.rows[slot] != EMPTY) {
                    slot = larger.next(slot);
                }
                larger.rows[slot] = row;
            }
        }
        return larger;
    }
}
