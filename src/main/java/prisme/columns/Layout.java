package prisme.columns;

import java.util.ArrayList;
import java.util.List;

/// Which block of a file is what: first the columns of the events, of the sessions and of the visitors, with a block
/// for every [Packing#ROWS] rows of each; then the dictionaries.
///
/// @param head of the file
record Layout(Head head) {
    /// One for each [Field], and one for the ids of visitors whose id is not their key. In format version 1 there are
    /// 17: one more makes another version, and files of an earlier version still have as many as that had.
    static final int DICTIONARIES = Field.values().length + 1;

    /// Columns of the events that [Part] does not offer as columns. Those of [EventColumn] follow them.
    enum HiddenEventColumn { SECOND, MILLISECOND, LOST_BEFORE }

    /// Columns of the sessions that [Part] does not offer as columns. Those of [SessionColumn] follow them.
    enum HiddenSessionColumn { HIGH, LOW, EXIT }

    static final int EVENT_COLUMNS = HiddenEventColumn.values().length + EventColumn.values().length;
    static final int SESSION_COLUMNS = HiddenSessionColumn.values().length + SessionColumn.values().length;

    static int blocks(int rows) {
        return (rows + Packing.ROWS - 1) / Packing.ROWS;
    }

    int first(HiddenEventColumn column) {
        return column.ordinal() * blocks(head.summary().events());
    }

    int first(EventColumn column) {
        return (HiddenEventColumn.values().length + column.ordinal()) * blocks(head.summary().events());
    }

    int first(HiddenSessionColumn column) {
        return firstOfSessions() + column.ordinal() * blocks(head.summary().sessions());
    }

    int first(SessionColumn column) {
        return firstOfSessions()
                + (HiddenSessionColumn.values().length + column.ordinal()) * blocks(head.summary().sessions());
    }

    int firstOfKeysHigh() {
        return firstOfSessions() + SESSION_COLUMNS * blocks(head.summary().sessions());
    }

    int firstOfKeysLow() {
        return firstOfKeysHigh() + blocks(head.summary().visitors());
    }

    private int firstOfSessions() {
        return EVENT_COLUMNS * blocks(head.summary().events());
    }

    /// The first block of each dictionary, in the order of [Field]; that of the visitors comes last.
    List<Integer> firstOfTexts() {
        List<Integer> firsts = new ArrayList<>();
        int next = firstOfKeysLow() + blocks(head.summary().visitors());
        for (int[] counts : head.texts()) {
            firsts.add(next);
            next += counts.length;
        }
        return firsts;
    }

    /// Whether there are as many blocks as the head implies. Otherwise we did not write it, even if its checksum is
    /// right.
    boolean isTrue() {
        int blocks = firstOfTexts().getLast() + head.texts().getLast().length;
        return head.summary().events() >= 0 && head.summary().sessions() >= 0 && blocks == head.blocks().size();
    }
}
