package prisme.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import prisme.event.Event;

/// Reads the events of a directory in order of time, also while another process writes to it.
///
/* The log is sorted by arrival, which is nearly the order of time unless history was imported. So it is read once to
 * find the earliest and the latest time of each chunk of a few thousand events. Then the places of the earliest events
 * are collected, as many as memory may hold, from those chunks alone that can have any. Their events are handed out,
 * and then those of the next slice. Memory does not depend on the number of events. A log in order is read three times;
 * one in no order at all, once for every slice. */
public final class Timeline {
    private static final int HEAP_SHARE = 32;
    private static final int PLACE_SIZE = 120;
    private static final int MOST = 150_000;
    private static final int SLICE = (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / HEAP_SHARE / PLACE_SIZE);

    private final Path directory;
    private final Consumer<Damage> damages;
    private final int sliceSize;

    /// @param damages told of every place that cannot be read
    public Timeline(Path directory, Consumer<Damage> damages) {
        this(directory, damages, SLICE);
    }

    Timeline(Path directory, Consumer<Damage> damages, int sliceSize) {
        this.directory = directory;
        this.damages = damages;
        this.sliceSize = sliceSize;
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
            SortedMap<SortKey, Place> slice = slice(SortKey.FIRST);
            while (!slice.isEmpty()) {
                handOut(slice, sink);
                slice = slice(slice.lastKey());
            }
        }

        /* Segments that were opened for this slice are closed before the next one, which opens others. */
        private void handOut(SortedMap<SortKey, Place> slice, LogReader.Sink sink) throws IOException {
            try (Places places = new Places(segments, damages)) {
                for (Place place : slice.values()) {
                    places.read(place, sink);
                }
            }
        }

        /// The first places behind a key.
        private SortedMap<SortKey, Place> slice(SortKey after) throws IOException {
            TreeMap<SortKey, Place> slice = new TreeMap<>();
            for (Chunk chunk : chunks) {
                if (slice.size() == sliceSize && chunk.first() > slice.lastKey().time()) {
                    break;
                }
                if (chunk.last() >= after.time() && span.overlaps(chunk.first(), chunk.last())) {
                    collect(chunk, after, slice);
                }
            }
            return slice;
        }

        private void collect(Chunk chunk, SortKey after, TreeMap<SortKey, Place> slice) throws IOException {
            try (Cursor cursor = segments.cursor(chunk.segment(), chunk.before(), _ -> { })) {
                cursor.goTo(chunk.from(), chunk.before());
                while (cursor.next() && cursor.sequence() <= chunk.to()) {
                    if (sorting.concerns(cursor)) {
                        collect(cursor, after, slice);
                    }
                }
            }
        }

        private void collect(Cursor event, SortKey after, TreeMap<SortKey, Place> slice) throws IOException {
            SortKey key = sorting.key(event);
            boolean isLate = slice.size() == sliceSize && key.compareTo(slice.lastKey()) > 0;
            if (isLate || key.compareTo(after) <= 0 || !span.contains(key.time())) {
                return;
            }
            Place place = new Place(event.segment(), event.position(), event.sequence(), sorting.rank(event));
            slice.merge(key, place, Place::stronger);
            if (slice.size() > sliceSize) {
                slice.pollLastEntry();
            }
        }
    }
}
