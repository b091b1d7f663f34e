package prisme.collect;

/// The times at which each address was admitted: for every entry a queue, oldest first, in milliseconds modulo 2³².
///
/// Most addresses send one or two requests, so up to two times are kept in the entry's own cell. With the third they
/// move to blocks of seven, one cell each, and the entry holds the numbers of the first and the last block instead.
/// ```
/// entry  … │ state │ time  │ time │        block  │ time × 7 │ next │
///        … │ state │ first │ last │ ─────►
/// state  count <20 bits> │ times already dropped from the first block <3 bits> │ in blocks <1 bit>
/// ```
final class AdmissionTimes {
    /// The most times that one entry can keep.
    static final int MAX_COUNT = (1 << 20) - 1;

    /// The times in one block.
    static final int BLOCK = Cells.LINK;

    private static final int STATE = 5;
    private static final int FIRST = 6;
    private static final int LAST = 7;
    private static final int INLINE = 2;
    private static final int DROPPED = MAX_COUNT + 1;
    private static final int DROPPED_BITS = 0b111;
    private static final int IN_BLOCKS = DROPPED << 3;

    private final Cells cells;

    AdmissionTimes(Cells cells) {
        this.cells = cells;
    }

    /// How many cells an entry with this many times occupies, its own included.
    static int cellsFor(int count) {
        /* One block more than the times fill, as some of the first block may have been dropped. */
        return count <= INLINE ? 1 : 2 + (count + BLOCK - 1) / BLOCK;
    }

    /// Starts the queue of a new entry with its first time.
    void begin(int entry, int time) {
        cells.set(entry, STATE, 1);
        cells.set(entry, FIRST, time);
    }

    int count(int entry) {
        return cells.get(entry, STATE) & MAX_COUNT;
    }

    int oldest(int entry) {
        int first = cells.get(entry, FIRST);
        return inBlocks(entry) ? cells.get(first, dropped(entry)) : first;
    }

    int newest(int entry) {
        int last = count(entry) - 1;
        return inBlocks(entry)
                ? cells.get(cells.get(entry, LAST), (dropped(entry) + last) % BLOCK)
                : cells.get(entry, FIRST + last);
    }

    /// Whether appending one more time needs another cell.
    boolean full(int entry) {
        return inBlocks(entry) ? placeOfNext(entry) == 0 : count(entry) == INLINE;
    }

    /// Appends a time that is not before the newest. If the entry is [#full], `cells` must not be exhausted.
    void append(int entry, int time) {
        if (full(entry)) {
            appendBlock(entry);
        }
        if (inBlocks(entry)) {
            cells.set(cells.get(entry, LAST), placeOfNext(entry), time);
        } else {
            cells.set(entry, FIRST + count(entry), time);
        }
        cells.set(entry, STATE, cells.get(entry, STATE) + 1);
    }

    private int placeOfNext(int entry) {
        return (dropped(entry) + count(entry)) % BLOCK;
    }

    private void appendBlock(int entry) {
        int block = cells.take();
        if (inBlocks(entry)) {
            cells.set(cells.get(entry, LAST), Cells.LINK, block);
        } else {
            moveInto(block, entry);
        }
        cells.set(entry, LAST, block);
    }

    private void moveInto(int block, int entry) {
        for (int i = 0; i < INLINE; i++) {
            cells.set(block, i, cells.get(entry, FIRST + i));
        }
        cells.set(entry, FIRST, block);
        cells.set(entry, STATE, INLINE | IN_BLOCKS);
    }

    /// Drops the oldest time of an entry that has more than one.
    void dropOldest(int entry) {
        if (!inBlocks(entry)) {
            begin(entry, cells.get(entry, LAST));
        } else if (dropped(entry) < BLOCK - 1) {
            cells.set(entry, STATE, cells.get(entry, STATE) + DROPPED - 1);
        } else {
            dropBlock(entry);
        }
    }

    private void dropBlock(int entry) {
        int first = cells.get(entry, FIRST);
        cells.set(entry, FIRST, cells.get(first, Cells.LINK));
        cells.set(entry, STATE, count(entry) - 1 | IN_BLOCKS);
        cells.give(first);
    }

    /// Gives back the blocks of an entry, but not its own cell.
    void release(int entry) {
        if (inBlocks(entry)) {
            cells.giveChain(cells.get(entry, FIRST), cells.get(entry, LAST));
        }
    }

    private boolean inBlocks(int entry) {
        return (cells.get(entry, STATE) & IN_BLOCKS) != 0;
    }

    private int dropped(int entry) {
        return cells.get(entry, STATE) / DROPPED & DROPPED_BITS;
    }
}
