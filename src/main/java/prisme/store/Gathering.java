package prisme.store;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Reads the events at some places in order of arrival, but hands them out in the order of the places.
///
/* An event refers to texts and sessions all over its segment, which are packed in blocks. Whoever reads from many
 * segments in turn has to unpack blocks for nearly every event, as there is no room for those of all segments. So one
 * segment is read after the other, and each event is kept as a record, which takes the least memory. Where all of them
 * take too much, the last ones are dropped, and read again when the others have been handed out. */
final class Gathering {
    private static final int OVERHEAD = 24;

    private final List<Place> places;
    private final byte[][] records;
    private final long most;
    private long taken;
    private int begin;
    private int end;

    /// @param most how many bytes of memory the events may take, unless it is a single one
    Gathering(List<Place> places, long most) {
        this.places = places;
        this.records = new byte[places.size()][];
        this.most = most;
    }

    /// Hands out all events but those that cannot be read any more.
    void run(Places from, LogReader.Sink sink) throws IOException {
        int[] arrival = inOrderOfArrival();
        while (end < records.length) {
            begin = end;
            end = records.length;
            for (int i : arrival) {
                if (i >= begin && i < end) {
                    from.read(places.get(i), event -> keep(i, event));
                }
            }
            handOut(sink);
        }
    }

    private int[] inOrderOfArrival() {
        return IntStream.range(0, records.length).boxed()
                .sorted(Comparator.comparingLong(i -> places.get(i).sequence()))
                .mapToInt(Integer::intValue).toArray();
    }

    private void keep(int index, LogRecord event) {
        records[index] = EventEncoder.encode(event.event(), event.sender());
        taken += memory(index);
        while (taken > most && end > begin + 1) {
            drop(--end);
        }
    }

    private void drop(int index) {
        taken -= memory(index);
        records[index] = null;
    }

    private long memory(int index) {
        return records[index] == null ? 0 : records[index].length + OVERHEAD;
    }

    private void handOut(LogReader.Sink sink) throws IOException {
        for (int i = begin; i < end; i++) {
            if (records[i] != null) {
                sink.accept(decoded(i));
                drop(i);
            }
        }
    }

    private LogRecord decoded(int index) {
        byte[] record = records[index];
        try {
            return EventDecoder.decode(places.get(index).sequence(), record, Frame.HEADER_SIZE, record.length);
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("an event was encoded wrongly", e);
        }
    }
}
