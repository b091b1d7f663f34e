package prisme.stats;

/// Finds keys in a part whose keys ascend: the first key of each stretch is kept in memory, and the stretch that may
/// have a key is read.
final class KeyIndex {
    private static final int STRIDE = Keys.BLOCK;

    private final Keys keys;
    private final long[] headHigh;
    private final long[] headLow;
    private long[] high = {};
    private long[] low = {};
    private int loaded = -1;

    KeyIndex(Keys keys) {
        this.keys = keys;
        int heads = (keys.size() + STRIDE - 1) / STRIDE;
        this.headHigh = new long[heads];
        this.headLow = new long[heads];
        long[] oneHigh = new long[1];
        long[] oneLow = new long[1];
        for (int i = 0; i < heads; i++) {
            keys.read(i * STRIDE, 1, oneHigh, oneLow);
            headHigh[i] = oneHigh[0];
            headLow[i] = oneLow[0];
        }
    }

    /// A row with this key, or -1 where there is none.
    int find(long keyHigh, long keyLow) {
        int stride = lastHeadNotAbove(keyHigh, keyLow);
        if (stride < 0) {
            return -1;
        }
        int count = load(stride);
        for (int from = 0, to = count; from < to; ) {
            int middle = from + to >>> 1;
            int order = Keys.compare(high[middle], low[middle], keyHigh, keyLow);
            if (order == 0) {
                return stride * STRIDE + middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return -1;
    }

    private int lastHeadNotAbove(long keyHigh, long keyLow) {
        int from = 0;
        int to = headHigh.length;
        while (from < to) {
            int middle = from + to >>> 1;
            if (Keys.compare(headHigh[middle], headLow[middle], keyHigh, keyLow) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - 1;
    }

    private int load(int stride) {
        int count = Math.min(STRIDE, keys.size() - stride * STRIDE);
        if (loaded < 0) {
            high = new long[STRIDE];
            low = new long[STRIDE];
        }
        if (stride != loaded) {
            keys.read(stride * STRIDE, count, high, low);
            loaded = stride;
        }
        return count;
    }
}
