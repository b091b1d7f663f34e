package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private final FailingDisk disk = new FailingDisk();
    @TempDir Path above;

    @Test void everyNewNameIsForcedOntoTheDisk() throws IOException {
        DataFolder.make(above.resolve("a/b"), disk);
        assertEquals(List.of(above, above.resolve("a")), disk.folders());
        assertTrue(Files.isDirectory(above.resolve("a/b")));
    }

    @Test void oneThatIsThereIsLeftAlone() throws IOException {
        DataFolder.make(above, disk);
        assertEquals(List.of(), disk.folders());
    }

    @Test void itIsMadeForTheOwnerAlone() throws IOException {
        DataFolder.make(above.resolve("a"), disk);
        assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(above.resolve("a"))));
    }

    @Test void aFileOfTheNameIsNone() throws IOException {
        Path file = Files.createFile(above.resolve("a"));
        StoreException refused = assertThrows(StoreException.class, () -> DataFolder.make(file, disk));
        assertEquals("the data directory " + file + " is a file", refused.getMessage());
    }

    @Test void aDetourOverAFolderThatIsMissingIsMadeToo() throws IOException {
        DataFolder.make(above.resolve("a/./x/../b"), disk);
        assertTrue(Files.isDirectory(above.resolve("a/b")));
        assertTrue(Files.isDirectory(above.resolve("a/./x/../b")), "under the name that was given");
        assertEquals(above, disk.folders().getFirst());
    }

    @Test void aDetourGoesTheWayOfALink() throws IOException {
        Files.createDirectories(above.resolve("elsewhere/deep"));
        Files.createSymbolicLink(above.resolve("link"), above.resolve("elsewhere/deep"));
        DataFolder.make(above.resolve("link/../b"), disk);
        assertTrue(Files.isDirectory(above.resolve("elsewhere/b")));
        assertFalse(Files.exists(above.resolve("b")));
    }

    /// The files in it may be open to everybody.
    @Test void oneInWhichNoFileCanBeMadeIsRefused() throws IOException {
        StoredEvents.store(above, 1);
        disk.writeProtect();
        StoreException refused = assertThrows(StoreException.class,
                () -> EventLog.open(above, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT, disk));
        assertEquals("cannot make files in the data directory " + above
                + "; let the user that runs Prisme write to it", refused.getMessage());
        StoredEvents.open(above).close();
    }
}
