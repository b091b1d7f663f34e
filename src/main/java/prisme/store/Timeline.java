package prisme.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import prisme.event.Event;

/// Reads the events of a directory in order of time, also while another process writes to it.
///
/* The log is sorted by arrival, which is nearly the order of time unless history was imported. So it is read once to
 * find the earliest and the latest time of each chunk of a few thousand events. Then the places of the earliest events
 * are collected, as many as memory may hold, from those chunks alone that can have any. Their events are handed out
 * ([Gathering] where they are scattered over segments), and then those of the next slice. Memory does not depend on the
 * number of events. A log in order is read three times; one in no order at all, once for every slice. */
public final class Timeline {
    /// How many places in one segment follow each other, on the average, where they are not scattered.
    private static final int LEAST_RUN = 64;

    private final Path directory;
    private final Consumer<Damage> damages;
    private final Memory memory;

    /// What a slice may take.
    ///
    /// @param places how many places
    /// @param bytes  how many bytes of events
    record Memory(int places, long bytes) {
        private static final int SHARE_OF_PLACES = 40;
        private static final int SHARE_OF_EVENTS = 24;
        private static final int PLACE_SIZE = 120;
        private static final int MOST_PLACES = 150_000;

        static Memory ofThisProcess() {
            long heap = Runtime.getRuntime().maxMemory();
            return new Memory((int) Math.min(MOST_PLACES, heap / SHARE_OF_PLACES / PLACE_SIZE), heap / SHARE_OF_EVENTS);
        }
    }

    /// @param damages told of every place that cannot be read
    public Timeline(Path directory, Consumer<Damage> damages) {
        this(directory, damages, Memory.ofThisProcess());
    }

    Timeline(Path directory, Consumer<Damage> damages, Memory memory) {
        this.directory = directory;
        this.damages = damages;
        this.memory = memory;
    }

    /// Reads the events of a stretch of time in order of time, those of the same millisecond in order of arrival.
    ///
    /// @throws StoreException when a file is of a later format, or cannot be read at all
    public void events(TimeSpan span, LogReader.Sink sink) throws IOException {
        run(Sorting.EVENTS, span, sink);
    }

    /// Reads the last page view of every session that began within a stretch of time, in order of the sessions' starts.
    /// The last page view is the one with the highest version.
    ///
    /// @throws StoreException when a file is of a later format, or cannot be read at all
    public void sessions(TimeSpan span, Sessions sink) throws IOException {
        run(Sorting.SESSIONS, span, record -> sink.accept((Event.Pageview) record.event()));
    }

    /// Takes sessions.
    public interface Sessions {
        void accept(Event.Pageview last) throws IOException;
    }

    private void run(Sorting sorting, TimeSpan span, LogReader.Sink sink) throws IOException {
        try (OpenSegments segments = new OpenSegments()) {
            new Pass(segments, sorting, span).run(sink);
        }
    }

    private final class Pass {
        private final OpenSegments segments;
        private final Sorting sorting;
        private final TimeSpan span;
        private final List<Chunk> chunks;

        Pass(OpenSegments segments, Sorting sorting, TimeSpan span) throws IOException {
            this.segments = segments;
            this.sorting = sorting;
            this.span = span;
            this.chunks = Chunk.of(new LogWalk(directory, segments, damages), sorting);
            chunks.sort(Comparator.comparingLong(Chunk::first));
        }

        void run(LogReader.Sink sink) throws IOException {
            Slice slice = slice(SortKey.FIRST);
            while (!slice.isEmpty()) {
                handOut(slice.take(), sink);
                slice = slice(slice.last());
            }
        }

        /* Segments that were opened for this slice are closed before the next one, which opens others. */
        private void handOut(List<Place> slice, LogReader.Sink sink) throws IOException {
            try (Places places = new Places(segments, damages)) {
                if (isScattered(slice)) {
                    new Gathering(slice, memory.bytes()).run(places, sink);
                    return;
                }
                for (Place place : slice) {
                    places.read(place, sink);
                }
            }
        }

        /// The first places behind a key.
        private Slice slice(SortKey after) throws IOException {
            Slice slice = new Slice(memory.places());
            for (Chunk chunk : chunks) {
                if (slice.endsBefore(chunk.first())) {
                    break;
                }
                if (chunk.last() >= after.time() && span.overlaps(chunk.first(), chunk.last())) {
                    collect(chunk, after, slice);
                }
            }
            return slice;
        }

        private void collect(Chunk chunk, SortKey after, Slice slice) throws IOException {
            try (Cursor cursor = segments.cursor(chunk.segment(), chunk.before(), _ -> { })) {
                cursor.goTo(chunk.from(), chunk.before());
                while (cursor.next() && cursor.sequence() <= chunk.to()) {
                    if (sorting.concerns(cursor)) {
                        collect(cursor, after, slice);
                    }
                }
            }
        }

        private void collect(Cursor event, SortKey after, Slice slice) throws IOException {
            SortKey key = sorting.key(event);
            if (slice.takes(key) && key.compareTo(after) > 0 && span.contains(key.time())) {
                slice.add(key, new Place(event.segment(), event.position(), event.sequence(), sorting.rank(event)));
            }
        }
    }

    /// Whether places are in so many segments by turns that they are better read in another order.
    private static boolean isScattered(List<Place> places) {
        int changes = 0;
        Segment segment = places.getFirst().segment();
        for (Place place : places) {
            changes += place.segment().equals(segment) ? 0 : 1;
            segment = place.segment();
        }
        return changes > places.size() / LEAST_RUN;
    }
}
