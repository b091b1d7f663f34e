package prisme.stats;

import prisme.columns.Part;

/// The 128-bit ids of a part's rows of sessions.
record Keys(Part part) {
    /// How many are read at once.
    static final int BLOCK = Part.ROWS_AT_ONCE;

    int size() {
        return part.sessions();
    }

    void read(int from, int count, long[] high, long[] low) {
        part.sessionIds(from, count, high, low);
    }

    static int compare(long oneHigh, long oneLow, long otherHigh, long otherLow) {
        int order = Long.compareUnsigned(oneHigh, otherHigh);
        return order == 0 ? Long.compareUnsigned(oneLow, otherLow) : order;
    }
}
