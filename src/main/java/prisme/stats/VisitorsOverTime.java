package prisme.stats;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/// Counts the different visitors of each bucket, whatever parts they are in.
///
/* All parts are read at the same time, bucket after bucket, so that a bit for each visitor is all the memory it takes.
 * A part is opened when its first bucket is reached, and closed behind its last: the parts of a log are nearly in order
 * of time, so only a few are open at once, however many there are. After each bucket the bits are cleared: one by one
 * where there were few, else all words between the lowest and the highest. */
final class VisitorsOverTime {
    private static final int FEW = 4096;

    private final Buckets buckets;
    private final BucketFinder finder;
    private final Bits records;
    private final Deque<NumberedPart> waiting;
    private final Bits seen;
    private final Ints few = new Ints();
    private final PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparingLong(Cursor::bucket));
    private int lowestWord = Integer.MAX_VALUE;
    private int highestWord = -1;

    private final class Cursor {
        private final RowsByStart rows;
        private long bucket;

        Cursor(RowsByStart rows) {
            this.rows = rows;
            next();
        }

        /// Goes on to the next row; false behind the last.
        boolean next() {
            boolean isThere = rows.next();
            if (isThere) {
                bucket = finder.start(rows.start());
            }
            return isThere;
        }

        long bucket() {
            return bucket;
        }
    }

    /// @param records rows of sessions
    VisitorsOverTime(Inventory inventory, Bits records, Buckets buckets) {
        this.buckets = buckets;
        this.finder = new BucketFinder(buckets);
        this.seen = inventory.noVisitors();
        this.records = records;
        this.waiting = new ArrayDeque<>(inventory.parts().stream()
                .filter(numbered -> numbered.count(records) > 0)
                .sorted(Comparator.comparingLong(numbered -> numbered.part().firstStart())).toList());
    }

    Answer answer() {
        Map<Long, Long> visitors = new TreeMap<>();
        if (buckets instanceof Buckets.Calendar(long[] starts)) {
            for (long start : starts) {
                visitors.put(start, 0L);
            }
        }
        for (open(); !cursors.isEmpty(); open()) {
            long bucket = cursors.peek().bucket();
            visitors.put(bucket, countIn(bucket));
        }
        return new Answer.Series(List.copyOf(visitors.keySet()), List.copyOf(visitors.values()));
    }

    /// Opens the parts that may have rows in a bucket before those of the open ones.
    private void open() {
        while (!waiting.isEmpty() && (cursors.isEmpty() || firstOfWaiting() < cursors.peek().bucket())) {
            openOne();
        }
    }

    /// Whether there are more rows in a bucket. Opens a part only when those that are open have none.
    private boolean hasMoreIn(long bucket) {
        while (!isAt(bucket) && !waiting.isEmpty() && firstOfWaiting() <= bucket) {
            openOne();
        }
        return isAt(bucket);
    }

    private boolean isAt(long bucket) {
        return !cursors.isEmpty() && cursors.peek().bucket() == bucket;
    }

    /* That of the part's first row: which of its selected rows is the first is not known before it is opened. */
    private long firstOfWaiting() {
        return finder.start(waiting.getFirst().part().firstStart());
    }

    private void openOne() {
        cursors.add(new Cursor(new RowsByStart(waiting.removeFirst(), records)));
    }

    private long countIn(long bucket) {
        long count = 0;
        while (hasMoreIn(bucket)) {
            Cursor cursor = cursors.remove();
            boolean hasMore = true;
            while (hasMore && cursor.bucket == bucket) {
                count += see(cursor.rows.visitor()) ? 1 : 0;
                hasMore = cursor.next();
            }
            if (hasMore) {
                cursors.add(cursor);
            }
        }
        forget();
        return count;
    }

    /// Notes that a visitor was seen; true if it is new in this bucket.
    private boolean see(int visitor) {
        if (seen.get(visitor)) {
            return false;
        }
        seen.set(visitor);
        if (few.size() < FEW) {
            few.add(visitor);
        }
        lowestWord = Math.min(lowestWord, visitor >>> 6);
        highestWord = Math.max(highestWord, visitor >>> 6);
        return true;
    }

    private void forget() {
        if (few.size() < FEW) {
            for (int i = 0; i < few.size(); i++) {
                seen.clear(few.get(i));
            }
        } else {
            Arrays.fill(seen.words, lowestWord, highestWord + 1, 0);
        }
        few.clear();
        lowestWord = Integer.MAX_VALUE;
        highestWord = -1;
    }
}
