package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/// Reads single records here and there. The segments used last stay open.
final class Places implements Closeable {
    private static final int MOST_OPEN = 8;
    private static final int AHEAD = 8 * 1024;

    private final Consumer<Damage> damages;
    private final LinkedHashMap<Segment, SegmentReader> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true);

    Places(Consumer<Damage> damages) {
        this.damages = damages;
    }

    void read(Place place, LogReader.Sink sink) throws IOException {
        SegmentReader reader = reader(place.segment());
        reader.goTo(place.position(), place.sequence() - 1);
        if (reader.next()) {
            reader.decode(damages, sink);
        }
    }

    private SegmentReader reader(Segment segment) throws IOException {
        SegmentReader known = open.get(segment);
        if (known != null) {
            return known;
        }
        if (open.size() == MOST_OPEN) {
            open.pollFirstEntry().getValue().close();
        }
        SegmentReader reader = new SegmentReader(segment, SegmentReader.UNKNOWN, AHEAD, damages);
        open.put(segment, reader);
        return reader;
    }

    @Override public void close() throws IOException {
        for (SegmentReader reader : open.values()) {
            reader.close();
        }
    }
}
