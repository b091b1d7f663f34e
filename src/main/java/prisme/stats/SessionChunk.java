package prisme.stats;

import java.util.EnumMap;
import java.util.Map;
import prisme.columns.Part;
import prisme.columns.SessionColumn;

/// Some consecutive rows of the sessions of a part, and which of them are picked. Columns are read when they are asked
/// for.
final class SessionChunk {
    static final int SIZE = Part.ROWS_AT_ONCE;

    private final Part part;
    private final int firstRow;
    private final int[] picks = new int[SIZE];
    private final Map<SessionColumn, Column> columns = new EnumMap<>(SessionColumn.class);
    private final long[] starts = new long[SIZE];
    private final long[] exits = new long[SIZE];
    private final long[] spare = new long[SIZE];
    private int startsFrom = -1;
    private int exitsFrom = -1;
    private int from;
    private int count;
    private int picked;

    private static final class Column {
        private final int[] values = new int[SIZE];
        private int from = -1;
    }

    SessionChunk(NumberedPart numbered) {
        this.part = numbered.part();
        this.firstRow = numbered.firstRow();
    }

    /// Goes to the rows from `to` on, and picks those that `bits` has.
    void move(int to, Bits bits) {
        from = to;
        count = Math.min(SIZE, part.sessions() - to);
        picked = bits.list(firstRow + from, firstRow + from + count, picks);
    }

    /// The row that index 0 stands for.
    int from() {
        return from;
    }

    /// How many are picked.
    int picked() {
        return picked;
    }

    /// The indexes of those that are picked, ascending.
    int[] picks() {
        return picks;
    }

    int[] column(SessionColumn name) {
        Column column = columns.computeIfAbsent(name, _ -> new Column());
        if (column.from != from) {
            part.read(name, from, count, column.values);
            column.from = from;
        }
        return column.values;
    }

    /// When each began, in seconds since 1970.
    long[] starts() {
        if (startsFrom != from) {
            Starts.read(part, from, count, starts, spare);
            startsFrom = from;
        }
        return starts;
    }

    /// The time of the last page view of each, in seconds since 1970.
    long[] exits() {
        if (exitsFrom != from) {
            part.exits(from, count, exits);
            exitsFrom = from;
        }
        return exits;
    }
}
