package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.columns.EventColumn;
import prisme.columns.Field;
import prisme.columns.Part;
import prisme.store.Archive.Listing;
import prisme.store.Sealing.Outcome;

class ArchiveTest {
    @TempDir Path directory;

    private static List<String> paths(Listing listing) {
        List<String> paths = new ArrayList<>();
        for (Part part : listing.parts()) {
            int[] codes = new int[part.events()];
            part.read(EventColumn.PATH, 0, codes.length, codes);
            for (int code : codes) {
                paths.add(part.texts(Field.PATH).text(code));
            }
        }
        return paths;
    }

    private boolean seal(long active) throws IOException {
        return new Sealing(directory, () -> active, () -> Long.MAX_VALUE, Disk.real()).sealOne(() -> true)
                instanceof Outcome.Sealed;
    }

    @Test void listsWhatIsSealed() throws IOException {
        try (SmallLog log = new SmallLog(directory); Archive archive = new Archive(directory, damage -> { })) {
            log.append(10);
            assertEquals(new Listing(List.of(), Set.of(), 0), archive.list());
            for (int sealed = 1; sealed <= 3; sealed++) {
                seal(4);
                Listing listing = archive.list();
                assertEquals(StoredEvents.paths(0, 3 * sealed), paths(listing));
                assertEquals(List.of(3L * sealed, sealed), List.of(listing.last(), listing.segments().size()));
            }
        }
    }

    @Test void answersTheSamePartsUntilOneIsAdded() throws IOException {
        try (SmallLog log = new SmallLog(directory); Archive archive = new Archive(directory, damage -> { })) {
            log.append(10);
            seal(4);
            assertEquals(archive.list(), archive.list());
        }
    }

    @Test void whatIsNotSealedYetIsNotBehindTheLastOne() throws IOException {
        try (SmallLog log = new SmallLog(directory); Archive archive = new Archive(directory, damage -> { })) {
            log.append(10);
            byte[] first = Files.readAllBytes(Segment.numbered(1, directory).file());
            seal(4);
            seal(4);
            Files.delete(Segment.sealed(1, directory).file());
            Files.write(Segment.numbered(1, directory).file(), first);
            assertEquals(List.of(0L, Set.of(2L)), List.of(archive.list().last(), archive.list().segments()));
        }
    }

    @Test void opensAnewWhatItHasClosed() throws IOException {
        try (SmallLog log = new SmallLog(directory)) {
            log.append(10);
        }
        seal(4);
        Archive archive = new Archive(directory, damage -> { });
        List<Part> before = archive.list().parts();
        archive.close();
        assertNotSame(before.getFirst(), archive.list().parts().getFirst());
        assertEquals(StoredEvents.paths(0, 3), paths(archive.list()));
        archive.close();
    }

    @Test void hasTheRestOfADamagedSegment() throws IOException {
        try (SmallLog log = new SmallLog(directory)) {
            log.append(10);
        }
        seal(4);
        Path sealed = Segment.sealed(1, directory).file();
        byte[] bytes = Files.readAllBytes(sealed);
        for (int at = bytes.length / 4; at < bytes.length * 3 / 4; at += 20) {
            bytes[at] ^= 1;
        }
        Files.write(sealed, bytes);
        List<Damage> damages = new ArrayList<>();
        try (Archive archive = new Archive(directory, damages::add)) {
            assertTrue(StoredEvents.paths(0, 3).containsAll(paths(archive.list())));
            int told = damages.size();
            archive.list();
            assertEquals(told, damages.size());
            assertFalse(damages.isEmpty());
        }
    }

    @Test void answersFromLittleThatWaitsWhereNothingCanBeSealed() throws IOException {
        try (SmallLog log = new SmallLog(directory);
             Archive archive = new Archive(directory, ArchiveTest::fullDisk, damage -> { })) {
            log.append(300);
            int waiting = Segment.in(directory).size();
            archive.relieve();
            assertEquals(waiting, Segment.in(directory).size());
        }
    }

    private static boolean fullDisk() throws IOException {
        throw new IOException("No space left on device");
    }

    @Test void sealsFirstWhenTooMuchIsWaiting() throws IOException {
        try (SmallLog log = new SmallLog(directory);
             Archive archive = new Archive(directory, () -> seal(log.tail().segment().number()), damage -> { })) {
            log.append(300);
            int waiting = Segment.in(directory).size();
            archive.relieve();
            assertTrue(Segment.in(directory).size() < waiting);
            assertEquals(StoredEvents.paths(0, 300), StoredEvents.pathsIn(directory));
        }
    }
}
