package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
}
