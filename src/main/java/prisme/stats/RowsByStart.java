package prisme.stats;

import java.util.Arrays;
import prisme.columns.Part;
import prisme.columns.SessionColumn;

/// Goes through some rows of a part in order of the sessions' starts.
final class RowsByStart {
    private static final int WINDOW = Part.ROWS_AT_ONCE;
    private static final int ROW_BITS = 24;
    private static final long ROW = (1L << ROW_BITS) - 1;

    private final NumberedPart numbered;
    private final Bits rows;
    private final long[] sorted;
    private final int[] picks = new int[WINDOW];
    private final int[] visitors = new int[WINDOW];
    private final long[] starts = new long[WINDOW];
    private final long[] spare = new long[WINDOW];
    private int next;
    private int picked;
    private int at = -1;

    /// @param rows numbers across all parts, at least one of them of this part
    RowsByStart(NumberedPart numbered, Bits rows) {
        this.numbered = numbered;
        this.rows = rows;
        this.sorted = numbered.part().isSorted() ? new long[0] : sorted(numbered, rows);
    }

    /* A part that grows has its sessions in order of their first events, which is nearly the order of their starts. The
     * start and the row are packed into one number: a start has 48 bits in milliseconds and thus 39 in seconds, so
     * there are 24 for the row. A segment, of 1 GiB at most, has no room for more sessions. */
    private static long[] sorted(NumberedPart numbered, Bits rows) {
        Part part = numbered.part();
        if (part.sessions() > ROW + 1) {
            throw new IllegalStateException("a part of " + part.sessions() + " sessions cannot be sorted");
        }
        long[] sorted = new long[numbered.count(rows)];
        int count = 0;
        long[] starts = new long[WINDOW];
        long[] spare = new long[WINDOW];
        int[] picks = new int[WINDOW];
        for (int from = 0; from < part.sessions(); from += WINDOW) {
            int size = Math.min(WINDOW, part.sessions() - from);
            int picked = rows.list(numbered.firstRow() + from, numbered.firstRow() + from + size, picks);
            Starts.read(part, from, size, starts, spare);
            for (int i = 0; i < picked; i++) {
                sorted[count++] = starts[picks[i]] << ROW_BITS | from + picks[i];
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /// Goes on to the next row; false behind the last.
    boolean next() {
        at++;
        return at < picked || fill();
    }

    long start() {
        return starts[picks[at]];
    }

    /// The visitor's number across all parts.
    int visitor() {
        return numbered.visitors().number(visitors[picks[at]]);
    }

    private boolean fill() {
        at = 0;
        picked = 0;
        if (numbered.part().isSorted()) {
            fillInOrder();
        } else {
            fillSorted();
        }
        return picked > 0;
    }

    private void fillInOrder() {
        Part part = numbered.part();
        for (; picked == 0 && next < part.sessions(); next += WINDOW) {
            int size = Math.min(WINDOW, part.sessions() - next);
            picked = rows.list(numbered.firstRow() + next, numbered.firstRow() + next + size, picks);
            if (picked > 0) {
                part.read(SessionColumn.VISITOR, next, size, visitors);
                Starts.read(part, next, size, starts, spare);
            }
        }
    }

    private void fillSorted() {
        int[] one = new int[1];
        for (; picked < WINDOW && next < sorted.length; next++, picked++) {
            numbered.part().read(SessionColumn.VISITOR, (int) (sorted[next] & ROW), 1, one);
            picks[picked] = picked;
            visitors[picked] = one[0];
            starts[picked] = sorted[next] >>> ROW_BITS;
        }
    }
}
