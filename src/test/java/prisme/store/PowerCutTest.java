package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prisme.store.PowerCutDisk.Rest;

/// The power fails before and behind every call that changes the disk, under a log of which three events fit into a
/// segment. What was not synced then is gone, there, torn, zeros or noise.
class PowerCutTest {
    private static final int EVENTS = 11;
    private static final SyncPolicy ONCE_A_DAY = new SyncPolicy.Every(Duration.ofDays(1));

    private final PowerCutDisk disk = new PowerCutDisk();
    private final List<String> stored = new ArrayList<>();
    private int cuts;
    @TempDir Path directory;

    private void append(SmallLog log) throws IOException {
        log.append("/" + stored.size());
        stored.add("/" + stored.size());
    }

    /// What is found after a power cut now, by a log that goes on there.
    private List<String> foundAfterCut(Rest rest) throws IOException {
        Path left = Files.createDirectory(directory.resolve("cut-" + cuts++));
        disk.cut(directory, rest, left);
        try (SmallLog log = new SmallLog(left)) {
            log.append("/next");
        }
        assertEquals(List.of(), StoredEvents.damagesIn(left), "what was never stored is no damage");
        List<String> found = StoredEvents.pathsIn(left);
        assertEquals("/next", found.getLast());
        return found.subList(0, found.size() - 1);
    }

    private void assertNothingIsLost(Rest rest) throws IOException {
        List<String> found = foundAfterCut(rest);
        assertEquals(StoredEvents.paths(0, found.size()), found);
        assertTrue(found.size() == stored.size() || found.size() == stored.size() + 1,
                () -> found.size() + " of " + stored.size());
    }

    @ParameterizedTest @EnumSource(Rest.class)
    void nothingIsLostThatWasSyncedBeforeItWasAcknowledged(Rest rest) throws IOException {
        disk.atEveryCall(() -> assertNothingIsLost(rest));
        try (SmallLog log = new SmallLog(directory, new SyncPolicy.Always(), disk)) {
            for (int i = 0; i < EVENTS; i++) {
                append(log);
            }
        }
        assertTrue(cuts > 4 * EVENTS);
    }

    @ParameterizedTest @EnumSource(Rest.class)
    void onlyTheSegmentThatIsWrittenToLosesAnything(Rest rest) throws IOException {
        disk.atEveryCall(() -> {
            List<String> found = foundAfterCut(rest);
            assertEquals(StoredEvents.paths(0, found.size()), found);
            assertTrue(found.size() >= (stored.size() - 1) / 3 * 3, () -> found.size() + " of " + stored.size());
        });
        try (SmallLog log = new SmallLog(directory, ONCE_A_DAY, disk)) {
            for (int i = 0; i < EVENTS; i++) {
                append(log);
            }
        }
        assertEquals(stored, foundAfterCut(rest));
    }

    @ParameterizedTest @EnumSource(Rest.class)
    void whatAKilledProcessLeftInTheKernelIsSafeOnceTheNextOneHasStarted(Rest rest) throws IOException {
        for (int process = 0; process < 5; process++) {
            SmallLog log = new SmallLog(directory, ONCE_A_DAY, disk);
            assertEquals(stored, foundAfterCut(rest));
            append(log);
            append(log);
            log.kill();
        }
    }

    @Test void aSyncTakesInAllThatWasStoredBefore() throws IOException {
        SmallLog log = new SmallLog(directory, ONCE_A_DAY, disk);
        append(log);
        append(log);
        assertEquals(List.of(), foundAfterCut(Rest.DROPPED));
        log.tail().syncIfOlder(-1);
        assertEquals(stored, foundAfterCut(Rest.DROPPED));
    }
}
