package prisme.stats;

import prisme.columns.SessionColumn;

/// Goes through the keys of a part in ascending order.
final class KeyCursor implements CursorHeap.Cursor<KeyCursor> {
    private static final int WINDOW = Keys.BLOCK;

    private final int part;
    private final Keys keys;
    private final int size;
    private final long[] high = new long[WINDOW];
    private final long[] low = new long[WINDOW];
    private final int[] versions = new int[WINDOW];
    private int windowStart;
    private int versionsStart = -1;
    private int row;

    /// @param part the number of the part
    /// @param keys ascend, and there is at least one
    KeyCursor(int part, Keys keys) {
        this.part = part;
        this.keys = keys;
        this.size = keys.size();
        load(0);
    }

    int part() {
        return part;
    }

    int row() {
        return row;
    }

    long high() {
        return high[row - windowStart];
    }

    long low() {
        return low[row - windowStart];
    }

    /// The version of the row at which it stands.
    int version() {
        if (versionsStart != windowStart) {
            keys.part().read(SessionColumn.VERSION, windowStart, Math.min(WINDOW, size - windowStart), versions);
            versionsStart = windowStart;
        }
        return versions[row - windowStart];
    }

    /// Goes on by one; false behind the last.
    @Override public boolean next() {
        row++;
        if (row < size && row - windowStart == WINDOW) {
            load(row);
        }
        return row < size;
    }

    /// By the key, then by the part: the rows with one key come in order of arrival.
    @Override public boolean isBefore(KeyCursor other) {
        int order = Keys.compare(high(), low(), other.high(), other.low());
        return order == 0 ? part < other.part : order < 0;
    }

    private void load(int from) {
        windowStart = from;
        keys.read(from, Math.min(WINDOW, size - from), high, low);
    }
}
