package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/// Reads single events at any place. The segments that were used last stay open.
final class Places implements Closeable {
    private static final int MOST_OPEN = 8;
    private static final int AHEAD = 8 * 1024;

    private final Consumer<Damage> damages;
    private final OpenSegments segments;
    private final LinkedHashMap<Segment, Cursor> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true);

    Places(OpenSegments segments, Consumer<Damage> damages) {
        this.segments = segments;
        this.damages = damages;
    }

    /// Hands out the event at a place, unless it cannot be read any more.
    void read(Place place, LogReader.Sink sink) throws IOException {
        Cursor cursor = cursor(place.segment());
        cursor.goTo(place.position(), place.sequence() - 1);
        boolean isThere = cursor.next() && cursor.sequence() == place.sequence();
        if (isThere) {
            cursor.decode(damages, sink);
        }
    }

    /// How many segments are open.
    int open() {
        return open.size();
    }

    private Cursor cursor(Segment segment) throws IOException {
        Cursor known = open.get(segment);
        if (known != null) {
            segments.use(segment);
            return known;
        }
        if (open.size() == MOST_OPEN) {
            open.pollFirstEntry().getValue().close();
        }
        Cursor cursor = segments.cursor(segment, SegmentReader.UNKNOWN, AHEAD, damages);
        open.put(segment, cursor);
        return cursor;
    }

    @Override public void close() throws IOException {
        for (Cursor cursor : open.values()) {
            cursor.close();
        }
    }
}
