package prisme.columns;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import prisme.hash.KeyedHash;

/// The rows of sessions, to which more are added. What changes with every page view is not kept in a row, but taken
/// from the event that [#last(int)] names.
final class SessionRows {
    /// The columns that never change, and that together tell the rows of one session apart.
    static final List<SessionColumn> FIXED = List.of(SessionColumn.DOMAIN, SessionColumn.ENTRY_PATH,
            SessionColumn.REFERRER, SessionColumn.COUNTRY, SessionColumn.SYSTEM, SessionColumn.BROWSER,
            SessionColumn.DEVICE, SessionColumn.UTM_SOURCE, SessionColumn.UTM_MEDIUM, SessionColumn.UTM_CAMPAIGN,
            SessionColumn.UTM_TERM, SessionColumn.UTM_CONTENT, SessionColumn.VISITOR);

    private final KeyedHash hash = new KeyedHash();
    private final Longs high = new Longs();
    private final Longs low = new Longs();
    private final Map<SessionColumn, Numbers> fixed = new EnumMap<>(SessionColumn.class);
    private final Numbers last = new Numbers();
    private Slots rows = new Slots(16);
    private Slots records = new Slots(16);
    private int recordCount;
    private boolean isSorted = true;

    SessionRows() {
        FIXED.forEach(column -> fixed.put(column, new Numbers()));
    }

    int size() {
        return last.size();
    }

    boolean isSorted() {
        return isSorted;
    }

    Numbers column(SessionColumn column) {
        return fixed.get(column);
    }

    /// The last page view of a row, or the first of its events where none is a page view.
    int last(int row) {
        return last.get(row);
    }

    void setLast(int row, int event) {
        last.set(row, event);
    }

    long high(int row) {
        return high.get(row);
    }

    long low(int row) {
        return low.get(row);
    }

    void ids(int from, int count, long[] highs, long[] lows) {
        high.read(from, count, highs);
        low.read(from, count, lows);
    }

    /// The latest row of a session with these values, in the order of [#FIXED], or -1.
    int find(long idHigh, long idLow, int[] values) {
        return rows.at(slot(idHigh, idLow, values));
    }

    /// Adds a row. From now on [#find(long, long, int[])] returns this one.
    ///
    /// @param event what [#last(int)] will be
    /// @return the row
    int add(long idHigh, long idLow, int[] values, int event) {
        isSorted = isSorted && (size() == 0 || isNotBelow(idHigh, idLow, size() - 1));
        rows.put(slot(idHigh, idLow, values), size());
        high.add(idHigh);
        low.add(idLow);
        for (int i = 0; i < values.length; i++) {
            fixed.get(FIXED.get(i)).add(values[i]);
        }
        last.add(event);
        if (rows.isFullWith(size())) {
            rows = rows.larger(this::hashOf);
        }
        return size() - 1;
    }

    /// The row that is a session's record, or -1 where none was set.
    int record(long idHigh, long idLow) {
        return records.at(recordSlot(idHigh, idLow));
    }

    /// Makes a row its session's record.
    void setRecord(int row) {
        int slot = recordSlot(high.get(row), low.get(row));
        recordCount += records.at(slot) == Slots.EMPTY ? 1 : 0;
        records.put(slot, row);
        if (records.isFullWith(recordCount)) {
            records = records.larger(each -> hash.of(high.get(each), low.get(each)));
        }
    }

    private int slot(long idHigh, long idLow, int[] values) {
        int slot = rows.first(hashOf(idHigh, idLow, values[values.length - 1]));
        while (rows.at(slot) != Slots.EMPTY && !isRow(rows.at(slot), idHigh, idLow, values)) {
            slot = rows.next(slot);
        }
        return slot;
    }

    private int recordSlot(long idHigh, long idLow) {
        int slot = records.first(hash.of(idHigh, idLow));
        while (records.at(slot) != Slots.EMPTY && !isOf(records.at(slot), idHigh, idLow)) {
            slot = records.next(slot);
        }
        return slot;
    }

    private long hashOf(int row) {
        return hashOf(high.get(row), low.get(row), column(SessionColumn.VISITOR).get(row));
    }

    private long hashOf(long idHigh, long idLow, int visitor) {
        return hash.of(hash.of(idHigh, idLow), visitor);
    }

    private boolean isRow(int row, long idHigh, long idLow, int[] values) {
        return isOf(row, idHigh, idLow) && has(row, values);
    }

    private boolean isOf(int row, long idHigh, long idLow) {
        return high.get(row) == idHigh && low.get(row) == idLow;
    }

    private boolean has(int row, int[] values) {
        for (int i = values.length - 1; i >= 0; i--) {
            if (fixed.get(FIXED.get(i)).get(row) != values[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isNotBelow(long idHigh, long idLow, int row) {
        int order = Long.compareUnsigned(idHigh, high.get(row));
        return order > 0 || order == 0 && Long.compareUnsigned(idLow, low.get(row)) >= 0;
    }
}
