package prisme.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OwnerFileTest {
    @TempDir Path directory;

    @Test @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void waitsForNobodyToWriteIntoAPipe() throws IOException, InterruptedException {
        Path pipe = directory.resolve("session-key");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        OwnerFile file = new OwnerFile(pipe, "");
        FileSystemException refusal = assertThrows(FileSystemException.class,
                () -> file.readOrWrite(_ -> true, () -> new byte[1]));
        assertEquals(pipe + ": is no file; move it away", refusal.getMessage());
    }
}
