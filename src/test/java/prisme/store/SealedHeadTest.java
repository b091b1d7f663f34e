package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.columns.Part;

/// Puts sealed segments where others belong, as after a mistake in copying.
class SealedHeadTest {
    @TempDir Path directory;

    @BeforeEach void makeThreeSealedSegmentsAndALog() throws IOException {
        try (SmallLog log = new SmallLog(directory)) {
            log.append(10);
        }
        StoredEvents.seal(directory, 4);
    }

    private Path file(long number) {
        return Segment.sealed(number, directory).file();
    }

    private void copy(long from, long to) throws IOException {
        Files.copy(file(from), file(to), StandardCopyOption.REPLACE_EXISTING);
    }

    private Damage holds(long number, long other) throws IOException {
        return new Damage(file(number), 0, Files.size(file(number)), "the file holds segment " + other);
    }

    private int events(List<Damage> damages) throws IOException {
        try (Archive archive = new Archive(directory, damages::add)) {
            return archive.list().parts().stream().mapToInt(Part::events).sum();
        }
    }

    private void assertLeft(List<String> paths, int sealed, List<Damage> told) throws IOException {
        assertEquals(told, StoredEvents.damagesIn(directory));
        assertEquals(paths, StoredEvents.pathsIn(directory));
        List<Damage> damages = new ArrayList<>();
        assertEquals(sealed, events(damages));
        assertEquals(told, damages);
    }

    @Test void aLaterSegmentInPlaceOfAnEarlierOneIsToldAndNotServed() throws IOException {
        copy(2, 1);
        assertLeft(StoredEvents.paths(3, 10), 6, List.of(holds(1, 2)));
    }

    @Test void anEarlierSegmentInPlaceOfALaterOneIsToldAndNotServed() throws IOException {
        copy(1, 3);
        List<String> left = new ArrayList<>(StoredEvents.paths(0, 6));
        left.addAll(StoredEvents.paths(9, 10));
        assertLeft(left, 6, List.of(holds(3, 1)));
    }

    @Test void aCopyBehindTheLastSegmentIsToldAndNotServed() throws IOException {
        copy(1, 5);
        assertLeft(StoredEvents.paths(0, 10), 9, List.of(holds(5, 1)));
    }

    @Test void segmentsWithEachOthersNamesAreTold() throws IOException {
        Path aside = directory.resolve("aside");
        Files.move(file(1), aside);
        Files.move(file(2), file(1));
        Files.move(aside, file(2));
        assertLeft(StoredEvents.paths(6, 10), 3, List.of(holds(1, 2), holds(2, 1)));
    }
}
