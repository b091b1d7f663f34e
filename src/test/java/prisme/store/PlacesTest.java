package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    private static final int SEGMENTS = 12;

    @TempDir Path directory;

    private final List<String> read = new ArrayList<>();

    private static String path(int event) {
        return "/" + Character.forDigit(event, Character.MAX_RADIX);
    }

    /// Where the first event of each segment is.
    private List<Place> firsts(OpenSegments segments) throws IOException {
        List<Place> firsts = new ArrayList<>();
        new LogWalk(directory, segments, _ -> { }).run(event -> {
            if (firsts.isEmpty() || !firsts.getLast().segment().equals(event.segment())) {
                firsts.add(new Place(event.segment(), event.position(), event.sequence(), 0));
            }
        });
        return firsts;
    }

    private void read(Places places, List<Place> which) throws IOException {
        for (Place place : which) {
            places.read(place, record -> read.add(record.event().path()));
        }
    }

    @Test void readsHereAndThereWithFewSegmentsOpenAndClosesThoseLeftAlone() throws IOException {
        try (SmallLog log = new SmallLog(directory)) {
            for (int i = 0; i < 3 * SEGMENTS; i++) {
                log.append(path(i));
            }
        }
        try (OpenSegments segments = new OpenSegments(); Places places = new Places(segments, _ -> { })) {
            List<Place> firsts = firsts(segments);
            assertEquals(SEGMENTS, firsts.size());
            read(places, firsts);
            assertEquals(8, places.open());
            places.closeUnused();
            read(places, firsts.subList(4, 6));
            places.closeUnused();
            assertEquals(2, places.open());
            read(places, firsts.subList(5, 7));
            List<String> paths = new ArrayList<>();
            for (int i = 0; i < SEGMENTS; i++) {
                paths.add(path(3 * i));
            }
            assertEquals(paths, read.subList(0, SEGMENTS));
            assertEquals(List.of(path(12), path(15), path(15), path(18)), read.subList(SEGMENTS, read.size()));
        }
    }
}
