package prisme.store;

/// What records are sorted by: a time, and 128 bits to tell those of the same time apart, unsigned.
record SortKey(long time, long high, long low) implements Comparable<SortKey> {
    /// Before all others.
    static final SortKey FIRST = new SortKey(Long.MIN_VALUE, 0, 0);

    @Override public int compareTo(SortKey other) {
        if (time != other.time) {
            return Long.compare(time, other.time);
        }
        return high == other.high ? Long.compareUnsigned(low, other.low) : Long.compareUnsigned(high, other.high);
    }
}
