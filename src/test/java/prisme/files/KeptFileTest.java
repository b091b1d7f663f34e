package prisme.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFileTest {
    private static final byte[] ONE = {1, 2, 3};
    private static final byte[] OTHER = {4, 5};

    @TempDir Path directory;
    private KeptFile file;
    private Path draft;

    @BeforeEach void make() {
        file = new KeptFile(directory.resolve("kept"));
        draft = directory.resolve("kept.tmp");
    }

    @Test void whatCannotBeWrittenLeavesTheOldFileAndNoDraft() throws IOException {
        file.replace(out -> out.write(ONE));
        assertThrows(IOException.class, () -> file.replace(out -> {
            out.write(OTHER);
            throw new IOException("No space left on device");
        }));
        assertArrayEquals(ONE, Files.readAllBytes(file.path()));
        assertFalse(Files.exists(draft));
    }

    @Test void anOldDraftIsTidiedUpWhereThatCanBe() throws IOException {
        Files.write(draft, OTHER);
        file.tidy();
        assertFalse(Files.exists(draft));
        Files.createDirectories(draft.resolve("in-the-way"));
        file.tidy();
        assertThrows(IOException.class, () -> file.replace(out -> out.write(ONE)));
    }

    @Test void whatIsNoFileIsReplaced() throws IOException {
        Files.createSymbolicLink(file.path(), Path.of("/dev/zero"));
        assertFalse(file.exists());
        file.replaceAndWipe(out -> out.write(ONE));
        assertTrue(file.exists());
        assertArrayEquals(ONE, Files.readAllBytes(file.path()));
    }

    @Test void aGrownFileIsWipedFromEndToEnd() throws IOException {
        file.replace(out -> out.write(ONE));
        try (RandomAccessFile grown = new RandomAccessFile(file.path().toFile(), "rw")) {
            grown.seek(200_000);
            grown.write(ONE);
        }
        try (FileChannel old = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            file.replaceAndWipe(out -> out.write(OTHER));
            ByteBuffer bytes = ByteBuffer.allocate(200_003);
            old.read(bytes, 0);
            assertArrayEquals(new byte[200_003], bytes.array());
        }
        assertArrayEquals(OTHER, Files.readAllBytes(file.path()));
    }

    /// Root may write to every file, so for root this shows nothing.
    @Test void aFileThatMayOnlyBeReplacedIsReplaced() throws IOException {
        file.replace(out -> out.write(ONE));
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("r--------"));
        file.replaceAndWipe(out -> out.write(OTHER));
        assertArrayEquals(OTHER, Files.readAllBytes(file.path()));
    }

    @Test void anOverwrittenFileHasNothingOfItsOldBytes() throws IOException {
        file.replace(out -> out.write(ONE));
        file.overwrite(OTHER);
        assertArrayEquals(OTHER, Files.readAllBytes(file.path()));
        assertFalse(Files.exists(draft));
    }
}
