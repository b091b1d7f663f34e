package prisme.stats;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import prisme.columns.EventColumn;
import prisme.columns.EventKind;
import prisme.columns.Part;

/// Some consecutive events of a part, and which of them count, by kind. Columns are read when they are asked for.
final class EventChunk {
    static final int SIZE = Part.ROWS_AT_ONCE;

    private static final int VIEW = EventKind.PAGEVIEW.number();

    private final Part part;
    private final int firstRow;
    private final Bits sessions;
    private final long first;
    private final long last;
    private final boolean hasAllRows;
    private final Map<EventColumn, Column> columns = new EnumMap<>(EventColumn.class);
    private final long[] times = new long[SIZE];
    private int timesFrom = -1;
    private final Picks viewsAtAnyTime = new Picks();
    /* In the order of [EventKind]. */
    private final Picks[] inside = new Picks[EventKind.COUNT];
    private int from;
    private int count;

    private static final class Column {
        private final int[] values = new int[SIZE];
        private int from = -1;
    }

    /// Indexes of events.
    static final class Picks {
        final int[] indexes = new int[SIZE];
        int count;

        void add(int index) {
            indexes[count++] = index;
        }
    }

    /// @param sessions the rows of the sessions whose events count
    /// @param range    the seconds in which events count
    EventChunk(NumberedPart numbered, Bits sessions, Selection range) {
        Arrays.setAll(inside, _ -> new Picks());
        this.part = numbered.part();
        this.firstRow = numbered.firstRow();
        this.sessions = sessions;
        this.first = range.from();
        this.last = range.to();
        this.hasAllRows = numbered.count(sessions) == part.sessions();
    }

    /// Goes to the events from `to` on.
    void move(int to) {
        from = to;
        count = Math.min(SIZE, part.events() - to);
        pick();
        keepInside();
    }

    /// Those of a kind that count and happened inside the range.
    Picks inside(EventKind kind) {
        return inside[kind.number()];
    }

    /// The page views that count, whenever they happened.
    Picks viewsAtAnyTime() {
        return viewsAtAnyTime;
    }

    int[] column(EventColumn name) {
        Column column = columns.computeIfAbsent(name, _ -> new Column());
        if (column.from != from) {
            part.read(name, from, count, column.values);
            column.from = from;
        }
        return column.values;
    }

    /// When the events happened, in seconds since 1970.
    long[] times() {
        if (timesFrom != from) {
            part.times(from, count, times);
            timesFrom = from;
        }
        return times;
    }

    private void pick() {
        for (Picks picks : inside) {
            picks.count = 0;
        }
        viewsAtAnyTime.count = 0;
        if (hasAllRows) {
            pickByKind();
        } else {
            pickByKindAndSession();
        }
    }

    private void pickByKind() {
        int[] kind = column(EventColumn.KIND);
        int[] views = viewsAtAnyTime.indexes;
        int picked = 0;
        for (int i = 0; i < count; i++) {
            views[picked] = i;
            if (kind[i] == VIEW) {
                picked++;
            } else {
                inside[kind[i]].add(i);
            }
        }
        viewsAtAnyTime.count = picked;
    }

    private void pickByKindAndSession() {
        int[] session = column(EventColumn.SESSION);
        int[] kind = column(EventColumn.KIND);
        long[] words = sessions.words;
        int[] views = viewsAtAnyTime.indexes;
        int picked = 0;
        for (int i = 0; i < count; i++) {
            int row = firstRow + session[i];
            int isIn = (int) (words[row >>> 6] >>> row) & 1;
            views[picked] = i;
            if (kind[i] == VIEW) {
                picked += isIn;
            } else if (isIn != 0) {
                inside[kind[i]].add(i);
            }
        }
        viewsAtAnyTime.count = picked;
    }

    private void keepInside() {
        Picks views = inside[VIEW];
        System.arraycopy(viewsAtAnyTime.indexes, 0, views.indexes, 0, viewsAtAnyTime.count);
        views.count = viewsAtAnyTime.count;
        if (part.firstSecond() < first || part.lastSecond() > last) {
            long[] time = times();
            for (Picks picks : inside) {
                int kept = 0;
                for (int i = 0; i < picks.count; i++) {
                    int index = picks.indexes[i];
                    picks.indexes[kept] = index;
                    kept += time[index] >= first && time[index] <= last ? 1 : 0;
                }
                picks.count = kept;
            }
        }
    }
}
