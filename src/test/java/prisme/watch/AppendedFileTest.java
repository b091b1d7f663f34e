package prisme.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AppendedFileTest {
    @TempDir private Path folder;
    private Path path;
    private Path old;

    @BeforeEach void name() {
        path = folder.resolve("access.log");
        old = folder.resolve("access.log.1");
    }

    private static void write(AppendedFile file, String line) throws IOException {
        file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test void leavesWhatIsThere() throws IOException {
        Files.writeString(path, "before\n");
        try (AppendedFile file = AppendedFile.at(path)) {
            write(file, "a");
        }
        assertEquals("before\na\n", Files.readString(path));
    }

    @Test void goesOnAtTheBeginOfAFileThatWasTruncated() throws IOException {
        try (AppendedFile file = AppendedFile.at(path)) {
            write(file, "a");
            Files.write(path, new byte[0]);
            write(file, "b");
        }
        assertEquals("b\n", Files.readString(path));
    }

    @Test void goesOnInANewFileWhenItsOwnWasRenamed() throws IOException {
        try (AppendedFile file = AppendedFile.at(path)) {
            write(file, "a");
            Files.move(path, old);
            write(file, "b");
            write(file, "c");
        }
        assertEquals("a\n", Files.readString(old));
        assertEquals("b\nc\n", Files.readString(path));
    }

    @Test void goesOnInTheFileThatHasTheName() throws IOException {
        try (AppendedFile file = AppendedFile.at(path)) {
            write(file, "a");
            Files.move(path, old);
            Files.writeString(path, "made by another\n");
            write(file, "b");
        }
        assertEquals("a\n", Files.readString(old));
        assertEquals("made by another\nb\n", Files.readString(path));
    }

    @Test void goesOnWhenItsDirectoryIsThereAgain() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("logs"));
        try (AppendedFile file = AppendedFile.at(directory.resolve("access.log"))) {
            Files.move(directory, old);
            assertThrows(IOException.class, () -> write(file, "a"));
            Files.createDirectory(directory);
            write(file, "a");
        }
        assertEquals("a\n", Files.readString(directory.resolve("access.log")));
    }

    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test void doesNotWaitForTheReaderOfAPipeBeforeThereIsALine() throws Exception {
        assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
        try (AppendedFile file = AppendedFile.at(path)) {
            Process reader = new ProcessBuilder("cat", path.toString()).start();
            write(file, "a");
            assertEquals("a", reader.inputReader(StandardCharsets.UTF_8).readLine());
        }
    }

    @Test void saysAtOnceThatItCannotBeOpened() {
        assertThrows(IOException.class, () -> AppendedFile.at(folder));
        assertThrows(IOException.class, () -> AppendedFile.at(folder.resolve("no/such.log")));
    }
}
