package prisme.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import prisme.stats.Inventory.Held;

/// Counts the different visitors of each bucket, whatever parts they are in.
///
/* All parts are gone through at the same time, bucket after bucket, so that a bit for each visitor is all it takes.
 * After each bucket the bits are cleared: one by one where there were few, else the stretch of words they lie in. */
final class VisitorsOverTime {
    private static final int FEW = 4096;

    private final Buckets buckets;
    private final Ruler ruler;
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
        }

        long bucket() {
            return bucket;
        }
    }

    /// @param records rows of sessions
    VisitorsOverTime(Inventory inventory, Bits records, Buckets buckets) {
        this.buckets = buckets;
        this.ruler = new Ruler(buckets);
        this.seen = inventory.noVisitors();
        for (Held held : inventory.parts()) {
            if (records.count(held.rows(), held.rows() + held.part().sessions()) > 0) {
                Cursor cursor = new Cursor(new RowsByStart(held, records));
                cursor.rows.next();
                cursor.bucket = ruler.start(cursor.rows.start());
                cursors.add(cursor);
            }
        }
    }

    Answer answer() {
        Map<Long, Long> visitors = new TreeMap<>();
        if (buckets instanceof Buckets.Calendar(long[] starts)) {
            for (long start : starts) {
                visitors.put(start, 0L);
            }
        }
        while (!cursors.isEmpty()) {
            long bucket = cursors.peek().bucket();
            visitors.put(bucket, countIn(bucket));
        }
        return new Answer.Series(List.copyOf(visitors.keySet()), List.copyOf(visitors.values()));
    }

    private long countIn(long bucket) {
        long count = 0;
        while (!cursors.isEmpty() && cursors.peek().bucket() == bucket) {
            Cursor cursor = cursors.remove();
            boolean hasMore = true;
            while (hasMore && cursor.bucket == bucket) {
                count += see(cursor.rows.visitor()) ? 1 : 0;
                hasMore = cursor.rows.next();
                if (hasMore) {
                    cursor.bucket = ruler.start(cursor.rows.start());
                }
            }
            if (hasMore) {
                cursors.add(cursor);
            }
        }
        forget();
        return count;
    }

    /// Whether a visitor is new in this bucket.
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
