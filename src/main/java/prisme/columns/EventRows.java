package prisme.columns;

import java.util.EnumMap;
import java.util.Map;

/// The rows of events, in order of arrival, to which more are added.
final class EventRows {
    private final Map<EventColumn, Numbers> columns = new EnumMap<>(EventColumn.class);
    private final Longs times = new Longs();
    private final Longs sequences = new Longs();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    EventRows() {
        for (EventColumn column : EventColumn.values()) {
            columns.put(column, new Numbers());
        }
    }

    int size() {
        return times.size();
    }

    Numbers column(EventColumn column) {
        return columns.get(column);
    }

    /// The time of an event, in milliseconds since 1970.
    long time(int event) {
        return times.get(event);
    }

    /// The sequence number of an event.
    long sequence(int event) {
        return sequences.get(event);
    }

    /// The time of the earliest event, in milliseconds.
    long first() {
        return size() == 0 ? 0 : first;
    }

    /// The time of the latest event, in milliseconds.
    long last() {
        return size() == 0 ? 0 : last;
    }

    /// @param values in the order of [EventColumn]
    void add(long sequence, long time, int... values) {
        sequences.add(sequence);
        times.add(time);
        first = Math.min(first, time);
        last = Math.max(last, time);
        for (EventColumn column : EventColumn.values()) {
            columns.get(column).add(values[column.ordinal()]);
        }
    }
}
