package prisme.stats;

import java.util.Arrays;

/// Says in which bucket a time is.
///
/* Times that follow each other are nearly always in the same bucket, so the last one is kept at hand. */
final class BucketFinder {
    private final Buckets buckets;
    private long from;
    private long to;
    private long start;

    BucketFinder(Buckets buckets) {
        this.buckets = buckets;
    }

    /// Whether a time is in the bucket that was found last.
    boolean isInLast(long time) {
        return time >= from && time < to;
    }

    /// Where the bucket begins that holds a time; a time before all buckets counts in the first one.
    long start(long time) {
        if (!isInLast(time)) {
            go(time);
        }
        return start;
    }

    private void go(long time) {
        switch (buckets) {
            case Buckets.Steps(long step) -> {
                start = Math.floorDiv(time, step) * step;
                from = start;
                to = start + step;
            }
            case Buckets.Calendar(long[] starts) -> {
                int index = index(starts, time);
                start = starts[index];
                from = index == 0 ? Long.MIN_VALUE : start;
                to = index == starts.length - 1 ? Long.MAX_VALUE : starts[index + 1];
            }
        }
    }

    private static int index(long[] starts, long time) {
        int found = Arrays.binarySearch(starts, time);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }
}
