package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
    @TempDir Path directory;

    @Test void keepsAnotherProcessOutUntilTheFirstIsKilled() throws Exception {
        Process holder = ChildProcess.start(Holder.class, directory.toString());
        try (BufferedReader out = holder.inputReader()) {
            assertEquals("open", out.readLine());
            assertEquals("the data directory " + directory + " is in use by another Prisme (process " + holder.pid()
                    + ")",
                    refusal(directory));
            Path link = Files.createSymbolicLink(directory.resolveSibling(directory.getFileName() + "-link"),
                    directory);
            assertEquals("the data directory " + link + " is in use by another Prisme (process " + holder.pid() + ")",
                    refusal(link));
            Files.delete(link);
        } finally {
            holder.destroyForcibly().waitFor();
        }
        StoredEvents.store(directory, 1);
    }

    @Test void keepsAnotherLogOfTheSameProcessOutWithoutLosingItsHold() throws Exception {
        try (EventLog log = StoredEvents.open(directory)) {
            assertEquals("the data directory " + directory + " is already open in this process", refusal(directory));
            Process second = ChildProcess.start(Holder.class, directory.toString());
            String said = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            second.waitFor();
            assertEquals(List.of(true, 1), List.of(said.contains("is in use by another Prisme"), second.exitValue()));
            log.append(StoredEvents.pageview("/0"));
        }
        assertEquals(StoredEvents.paths(0, 1), StoredEvents.pathsIn(directory));
    }

    private static String refusal(Path directory) {
        return assertThrows(StoreException.class, () -> StoredEvents.open(directory)).getMessage();
    }

    /// A process that keeps a log open.
    static final class Holder {
        static void main(String[] args) throws IOException {
            EventLog log = StoredEvents.open(Path.of(args[0]));
            System.out.println("open");
            System.in.read();
            log.close();
        }
    }
}
