package prisme.stats;

import java.util.ArrayList;
import java.util.List;
import prisme.columns.Part;
import prisme.columns.SessionColumn;

/// The sessions of the parts that grow, and the rows that each has.
///
/* Rows are only ever added, so each session is looked for once in the parts that do not change. Which of its rows is
 * its record may change with every page view, and is found out whenever it is asked for. */
final class GrowingSessions {
    private static final int NONE = -1;
    private static final int WINDOW = 4096;

    private final List<Part> sealed;
    private final Links links;
    private final List<Integer> order;
    private final List<KeyIndex> indexes = new ArrayList<>();
    private final List<GrowingRows> growing = new ArrayList<>();
    private final KeyTable sessions = new KeyTable();
    /* Of each session, by its number in the table. */
    private final Ints sealedRecords = new Ints();
    private final Ints sealedVersions = new Ints();
    private final Ints lastRows = new Ints();
    private final Ints sessionsOfSeveralRows = new Ints();
    private final long[] high = new long[WINDOW];
    private final long[] low = new long[WINDOW];
    private final int[] version = new int[1];

    /// The rows of one growing part.
    ///
    /// @param base     its rows have the numbers from this one on
    /// @param order    where the part stands in the order of arrival
    /// @param previous for each row, the row of the same session that came before it
    private record GrowingRows(Part part, int base, int order, Ints previous) {}

    /// Takes a session.
    interface Sink {
        /// @param rows numbers across all parts, the record first. One of them may stand for further rows of parts that
        ///             do not change
        void session(Ints rows);
    }

    /// @param order where each part stands in the order of arrival
    GrowingSessions(List<Part> sealed, Links links, List<Integer> order) {
        this.sealed = sealed;
        this.links = links;
        this.order = order;
        sealed.forEach(part -> indexes.add(new KeyIndex(new Keys(part))));
    }

    /// Takes note of the rows that a growing part got since it was last looked at.
    ///
    /// @param index the part's index among those that grow
    /// @param base  its rows have the numbers from this one on
    /// @param order where the part stands in the order of arrival
    void follow(int index, Part part, int base, int order) {
        if (index == growing.size()) {
            growing.add(new GrowingRows(part, base, order, new Ints()));
        }
        GrowingRows rows = growing.get(index);
        while (rows.previous().size() < part.sessions()) {
            int from = rows.previous().size();
            int count = Math.min(WINDOW, part.sessions() - from);
            part.sessionIds(from, count, high, low);
            findSealedRecords(addNew(count));
            for (int i = 0; i < count; i++) {
                add(rows, base + from + i, sessions.find(high[i], low[i]));
            }
        }
    }

    /// Takes in those sessions of the window that were not known before.
    ///
    /// @return where they stand in the window
    private List<Integer> addNew(int count) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (sessions.number(high[i], low[i]) == lastRows.size()) {
                lastRows.add(NONE);
                sealedRecords.add(NONE);
                sealedVersions.add(0);
                places.add(i);
            }
        }
        return places;
    }

    /* One part after the other and in ascending order, so that each stretch of a part is read once. After an import in
     * no order of time any session may be in any stretch of any part. */
    private void findSealedRecords(List<Integer> places) {
        places.sort((one, other) -> Keys.compare(high[one], low[one], high[other], low[other]));
        for (int part = 0; part < sealed.size(); part++) {
            for (int place : places) {
                findSealedRecord(part, high[place], low[place]);
            }
        }
    }

    private void findSealedRecord(int index, long idHigh, long idLow) {
        Part part = sealed.get(index);
        long start = Starts.second(idHigh);
        if (part.sessions() == 0 || start < part.firstStart() || start > part.lastStart()) {
            return;
        }
        int session = sessions.find(idHigh, idLow);
        int row = sealedRecords.get(session) == NONE ? indexes.get(index).find(idHigh, idLow) : NONE;
        if (row != NONE) {
            int record = links.rows().get(index).number(row);
            sealedRecords.set(session, record);
            sealedVersions.set(session, sealedVersion(record));
        }
    }

    private void add(GrowingRows rows, int row, int session) {
        int before = lastRows.get(session);
        boolean isSealed = sealedRecords.get(session) != NONE;
        boolean hadOneRow = before == NONE ? isSealed : !isSealed && previous(before) == NONE;
        if (hadOneRow) {
            sessionsOfSeveralRows.add(session);
        }
        rows.previous().add(before);
        lastRows.set(session, row);
    }

    private int sealedVersion(int number) {
        int part = sealedPart(number);
        sealed.get(part).read(SessionColumn.VERSION, number - links.rows().get(part).base(), 1, version);
        return version[0];
    }

    private int sealedPart(int number) {
        int part = sealed.size() - 1;
        while (links.rows().get(part).base() > number) {
            part--;
        }
        return part;
    }

    /// Hands out every session that has more than one row.
    void forEachOfSeveralRows(Sink sink) {
        Ints rows = new Ints();
        for (int i = 0; i < sessionsOfSeveralRows.size(); i++) {
            int session = sessionsOfSeveralRows.get(i);
            rows.clear();
            rows.add(record(session));
            for (int row = lastRows.get(session); row != NONE; row = previous(row)) {
                addUnlessFirst(rows, row);
            }
            if (sealedRecords.get(session) != NONE) {
                addUnlessFirst(rows, sealedRecords.get(session));
            }
            sink.session(rows);
        }
    }

    private static void addUnlessFirst(Ints rows, int row) {
        if (row != rows.get(0)) {
            rows.add(row);
        }
    }

    /// The row with the highest version, of equal ones the one that came last.
    private int record(int session) {
        int record = lastRows.get(session);
        int highest = version(record);
        for (int row = previous(record); row != NONE; row = previous(row)) {
            if (version(row) > highest) {
                record = row;
                highest = version(row);
            }
        }
        return isSealedRecord(session, record, highest) ? sealedRecords.get(session) : record;
    }

    private boolean isSealedRecord(int session, int record, int highest) {
        int sealedRecord = sealedRecords.get(session);
        int version = sealedVersions.get(session);
        return sealedRecord != NONE && (version > highest
                || version == highest && order.get(sealedPart(sealedRecord)) > rowsWith(record).order());
    }

    private int version(int row) {
        GrowingRows rows = rowsWith(row);
        rows.part().read(SessionColumn.VERSION, row - rows.base(), 1, version);
        return version[0];
    }

    private int previous(int row) {
        GrowingRows rows = rowsWith(row);
        return rows.previous().get(row - rows.base());
    }

    private GrowingRows rowsWith(int row) {
        int index = growing.size() - 1;
        while (growing.get(index).base() > row) {
            index--;
        }
        return growing.get(index);
    }
}
