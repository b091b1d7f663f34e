package prisme.stats;

import java.util.HashMap;
import java.util.Map;

/// Two sums for each bucket of time, in a cell.
final class TimeCells {
    private final BucketFinder finder;
    private final Map<Long, long[]> cells = new HashMap<>();
    private long[] cell = {};

    TimeCells(Buckets buckets) {
        this.finder = new BucketFinder(buckets);
    }

    /// The cell of the bucket that holds a time; a time before all buckets counts in the first one.
    long[] at(long time) {
        if (!finder.isInLast(time)) {
            cell = cells.computeIfAbsent(finder.start(time), _ -> new long[2]);
        }
        return cell;
    }

    /// All cells there are, by the start of their bucket.
    Map<Long, long[]> byStart() {
        return cells;
    }
}
