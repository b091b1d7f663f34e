package prisme.collect;

/// Orders the entries by how many admissions they hold, and by age among equals, to find the one that can best be
/// forgotten.
///
/// Rank r holds the entries that had 2ʳ to 2ʳ⁺¹ − 1 admissions at their last one, in the order of their last
/// admissions. Each rank is a doubly linked ring of entries with a sentinel cell, so that adding and removing need no
/// special cases.
final class LoadRanks {
    private static final int OLDER = 3;
    private static final int NEWER = 4;

    private final Cells cells;
    private final int[] rings;

    LoadRanks(Cells cells, int maxCount) {
        this.cells = cells;
        this.rings = new int[ranksFor(maxCount)];
        clear();
    }

    /// How many ranks there are when no entry holds more admissions than this. Each of them takes one cell.
    static int ranksFor(int maxCount) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(maxCount);
    }

    /// Makes all ranks empty, after the cells have been cleared.
    void clear() {
        for (int rank = 0; rank < rings.length; rank++) {
            rings[rank] = cells.take();
            link(rings[rank], rings[rank]);
        }
    }

    int size() {
        return rings.length;
    }

    /// Adds an entry with this many admissions, as the newest of its rank.
    void add(int entry, int count) {
        int ring = rings[ranksFor(count) - 1];
        link(cells.get(ring, OLDER), entry);
        link(entry, ring);
    }

    void remove(int entry) {
        link(cells.get(entry, OLDER), cells.get(entry, NEWER));
    }

    /// The entry of a rank whose last admission is longest ago, [Cells#NONE] if the rank is empty.
    int oldest(int rank) {
        int entry = cells.get(rings[rank], NEWER);
        return entry == rings[rank] ? Cells.NONE : entry;
    }

    /// The oldest entry of the lowest rank that is not empty, [Cells#NONE] if all are.
    int leastLoaded() {
        int entry = Cells.NONE;
        for (int rank = 0; rank < rings.length && entry == Cells.NONE; rank++) {
            entry = oldest(rank);
        }
        return entry;
    }

    private void link(int older, int newer) {
        cells.set(older, NEWER, newer);
        cells.set(newer, OLDER, older);
    }
}
