package prisme.stats;

import java.util.HashMap;
import java.util.Map;

/// Sums for each bucket of time: two numbers each, in a cell.
final class TimeCells {
    private final BucketFinder finder;
    private final Map<Long, long[]> cells = new HashMap<>();
    private long[] cell = {};

    TimeCells(Buckets buckets) {
        this.finder = new BucketFinder(buckets);
    }

    /// The cell of the bucket that a time is in, or of the first where it is before all.
    long[] at(long time) {
        if (!finder.isInLast(time)) {
            cell = cells.computeIfAbsent(finder.start(time), _ -> new long[2]);
        }
        return cell;
    }

    /// What there is, by where the buckets begin.
    Map<Long, long[]> byStart() {
        return cells;
    }
}
