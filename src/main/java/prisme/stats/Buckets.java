package prisme.stats;

import java.util.Arrays;

/// How a range is divided for a series.
public sealed interface Buckets {
    /// Buckets of the same length, aligned to 1970. Empty ones are absent. Sessions and page views count in the bucket
    /// of their time, even outside the range.
    ///
    /// @param step seconds, at least 1
    record Steps(long step) implements Buckets {}

    /// Every calendar bucket of the range, zeros included. A session that began before the first bucket counts in the
    /// first one; page views count only inside the range.
    ///
    /// @param starts where each begins, in seconds since 1970, ascending; the first is not after the start of the range
    record Calendar(long[] starts) implements Buckets {
        public Calendar {
            starts = starts.clone();
        }

        @Override public boolean equals(Object other) {
            return other instanceof Calendar(long[] others) && Arrays.equals(starts, others);
        }

        @Override public int hashCode() {
            return Arrays.hashCode(starts);
        }
    }
}
