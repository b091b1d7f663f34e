package prisme.collect;

import java.util.Arrays;

/// A bounded number of cells, each of [#INTS] ints, known by numbers from 1 on; 0 is no cell.
///
/// The memory is taken in chunks as cells are first needed, and cells given back are used again. Not safe for threads.
final class Cells {
    /// The size of a cell.
    static final int INTS = 8;

    /// The number that stands for no cell.
    static final int NONE = 0;

    /// The field by which cells form a chain that can be given back at once. Free to use otherwise.
    static final int LINK = INTS - 1;

    /* 16 KB: far below what a garbage collector would treat as a huge object, even in a heap of 64 MB. */
    private static final int CHUNK_BITS = 9;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int FIELD_BITS = 3;

    private final int capacity;
    private final int[][] chunks;
    private int fresh = 1;
    private int free = NONE;

    Cells(int capacity) {
        this.capacity = capacity;
        this.chunks = new int[(capacity >>> CHUNK_BITS) + 1][];
    }

    int get(int cell, int field) {
        return chunks[cell >>> CHUNK_BITS][(cell & CHUNK - 1) << FIELD_BITS | field];
    }

    void set(int cell, int field, int value) {
        chunks[cell >>> CHUNK_BITS][(cell & CHUNK - 1) << FIELD_BITS | field] = value;
    }

    /// Whether the next [#take] would fail.
    boolean exhausted() {
        return free == NONE && fresh > capacity;
    }

    /// Hands out a cell, whatever its ints hold. Only when not [#exhausted].
    int take() {
        if (free == NONE) {
            return takeFresh();
        }
        int cell = free;
        free = get(cell, LINK);
        return cell;
    }

    private int takeFresh() {
        int chunk = fresh >>> CHUNK_BITS;
        if (chunks[chunk] == null) {
            int start = chunk << CHUNK_BITS;
            chunks[chunk] = new int[Math.min(CHUNK, capacity + 1 - start) * INTS];
        }
        return fresh++;
    }

    /// Takes a cell back.
    void give(int cell) {
        giveChain(cell, cell);
    }

    /// Takes back all cells from `first` to `last`, each of which names the next in its [#LINK].
    void giveChain(int first, int last) {
        set(last, LINK, free);
        free = first;
    }

    /// Takes back every cell, and keeps nothing of what they hold.
    void clear() {
        Arrays.fill(chunks, null);
        fresh = 1;
        free = NONE;
    }
}
