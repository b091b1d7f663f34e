package prisme.collect;

import java.util.Arrays;

/// A pool of cells, each of [#INTS] ints. Cells are numbered from 1 on; 0 stands for no cell.
///
/// The memory is allocated in chunks when cells are first needed, and cells that are given back are used again. Not
/// thread-safe.
final class Cells {
    /// The size of a cell, in ints.
    static final int INTS = 8;

    /// The number that stands for no cell.
    static final int NONE = 0;

    /// The field that links cells to a chain, which can be given back at once. In a cell outside a chain it may hold
    /// anything.
    static final int LINK = INTS - 1;

    /* Chunks of 16 KB: far below what a garbage collector would treat as a huge object, even in a heap of 64 MB. */
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

    /// Takes a cell out of the pool, which must not be [#exhausted]. Its ints may hold anything.
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

    /// Gives a cell back to the pool.
    void give(int cell) {
        giveChain(cell, cell);
    }

    /// Gives back the chain of cells from `first` to `last`, each of which has the next one in its [#LINK].
    void giveChain(int first, int last) {
        set(last, LINK, free);
        free = first;
    }

    /// Gives back all cells and lets go of their memory.
    void clear() {
        Arrays.fill(chunks, null);
        fresh = 1;
        free = NONE;
    }
}
