package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that appends from many threads, as often as the system property `prisme.kills` says.
class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("prisme.kills", 3);

    @TempDir Path directory;

    @Test void everyEventThatWasAcknowledgedIsThereOnce() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < KILLS; round++) {
            acknowledged.addAll(acknowledgedBeforeKill(round));
            List<String> stored = StoredEvents.pathsIn(directory);
            assertEquals(stored.size(), new HashSet<>(stored).size(), "stored twice");
            assertTrue(new HashSet<>(stored).containsAll(acknowledged), "lost in round " + round);
            assertEquals(List.of(), StoredEvents.damagesIn(directory));
        }
    }

    private List<String> acknowledgedBeforeKill(int round) throws IOException, InterruptedException {
        Process writer = ChildProcess.start(Writer.class, directory.toString(), "/" + round);
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader out = writer.inputReader()) {
            int enough = 1500 + 700 * (round % 5);
            for (int i = 0; i < enough; i++) {
                acknowledged.add(out.readLine());
            }
            /* Not Process.destroyForcibly, which would close the pipe with what is still in it. */
            writer.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null && line.endsWith("."); line = out.readLine()) {
                acknowledged.add(line);
            }
        }
        writer.waitFor();
        return acknowledged;
    }

    /// Appends from eight threads, and prints every path when it is stored.
    static final class Writer {
        static void main(String[] args) throws IOException {
            EventLog log = EventLog.open(Path.of(args[0]), new SyncPolicy.Every(Duration.ofMillis(100)),
                    EventLog.SMALLEST_SEGMENT);
            for (int t = 0; t < 8; t++) {
                String prefix = args[1] + "/" + t + "/";
                Thread.ofPlatform().start(() -> append(log, prefix));
            }
        }

        private static void append(EventLog log, String prefix) {
            try {
                for (int i = 0; ; i++) {
                    String path = prefix + i + ".";
                    log.append(StoredEvents.pageview(path), StoredEvents.DEVICE);
                    System.out.println(path);
                }
            } catch (StoreException e) {
                throw new AssertionError(e);
            }
        }
    }
}
