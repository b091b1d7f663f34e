package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    private static final int SEGMENTS = 20;
    private static final char FIRST = 'A';

    @TempDir Path directory;

    private final List<String> read = new ArrayList<>();

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

    private void store() throws IOException {
        try (SmallLog log = new SmallLog(directory)) {
            for (int i = 0; i < 3 * SEGMENTS; i++) {
                log.append("/" + (char) (FIRST + i));
            }
        }
    }

    @Test void readsHereAndThereWithFewSegmentsOpen() throws IOException {
        store();
        try (OpenSegments segments = new OpenSegments(); Places places = new Places(segments, _ -> { })) {
            List<Place> firsts = firsts(segments);
            assertEquals(SEGMENTS, firsts.size());
            read(places, firsts);
            read(places, firsts.reversed());
            assertEquals(8, places.open());
            List<String> paths = IntStream.range(0, SEGMENTS).mapToObj(i -> "/" + (char) (FIRST + 3 * i)).toList();
            assertEquals(paths, read.subList(0, SEGMENTS));
            assertEquals(paths.reversed(), read.subList(SEGMENTS, read.size()));
        }
    }

    @Test void handsOutNothingInPlaceOfWhatWasDamagedSince() throws IOException {
        store();
        List<Damage> damages = new ArrayList<>();
        try (OpenSegments segments = new OpenSegments(); Places places = new Places(segments, damages::add)) {
            Place first = firsts(segments).getFirst();
            StoredEvents.flip(first.segment().file(), (int) first.position() + Frame.HEADER_SIZE + 30);
            read(places, List.of(first));
        }
        assertEquals(List.of(), read);
        assertEquals(List.of("one record is unreadable"), damages.stream().map(Damage::what).toList());
    }

    /// However many others were opened since.
    @Test void aSealedSegmentStaysOpenWhileItIsReadFrom() throws IOException {
        store();
        StoredEvents.seal(directory, SEGMENTS + 1);
        try (OpenSegments segments = new OpenSegments(); Places places = new Places(segments, _ -> { })) {
            List<Place> firsts = firsts(segments);
            for (Place place : firsts) {
                read(places, List.of(firsts.getFirst(), place));
            }
            assertTrue(segments.use(firsts.getFirst().segment()));
            assertFalse(segments.use(firsts.get(1).segment()));
        }
    }
}
