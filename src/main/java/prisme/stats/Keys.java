package prisme.stats;

import prisme.columns.Part;

/// The 128-bit ids of a part's rows of sessions, or of its visitors.
record Keys(Part part, Of of) {
    /// How many are best read at once, beginning at a multiple of as many.
    static final int BLOCK = 2048;

    enum Of { SESSIONS, VISITORS }

    int size() {
        return switch (of) {
            case SESSIONS -> part.sessions();
            case VISITORS -> part.visitors();
        };
    }

    void read(int from, int count, long[] high, long[] low) {
        switch (of) {
            case SESSIONS -> part.sessionIds(from, count, high, low);
            case VISITORS -> part.visitorKeys(from, count, high, low);
        }
    }

    static int compare(long oneHigh, long oneLow, long otherHigh, long otherLow) {
        int order = Long.compareUnsigned(oneHigh, otherHigh);
        return order == 0 ? Long.compareUnsigned(oneLow, otherLow) : order;
    }
}
