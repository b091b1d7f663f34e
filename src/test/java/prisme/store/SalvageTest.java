package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.junit.jupiter.params.provider.ValueSource;
import prisme.store.PowerCutDisk.Rest;

/// A sync fails under a log of which three events fit into a segment, and then the power.
class SalvageTest {
    private static final SyncPolicy ONCE_A_DAY = new SyncPolicy.Every(Duration.ofDays(1));
    private static final int EVENTS = 11;

    private final PowerCutDisk disk = new PowerCutDisk();
    private final List<String> stored = new ArrayList<>();
    private int cuts;
    @TempDir Path home;

    private Path directory(int failure) throws IOException {
        return Files.createDirectories(home.resolve("failure-" + failure));
    }

    private void append(SmallLog log) throws IOException {
        String path = "/" + stored.size();
        try {
            log.append(path);
        } catch (StoreException _) {
            assertInstanceOf(Health.Unable.class, log.commit().health());
            log.commit().probe();
            assertInstanceOf(Health.Able.class, log.commit().health());
            log.append(path);
        }
        stored.add(path);
    }

    /// As the thread does it that syncs.
    private static void sync(SmallLog log) {
        try {
            log.tail().syncIfOlder(-1);
        } catch (StoreException e) {
            log.commit().failed(e);
        }
        log.commit().probe();
    }

    private List<String> foundAfterCut(Path directory, Rest rest) throws IOException {
        Path left = Files.createDirectory(home.resolve("cut-" + cuts++));
        disk.cut(directory, rest, left);
        try (SmallLog log = new SmallLog(left)) {
            log.append("/next");
        }
        assertEquals(List.of(), StoredEvents.damagesIn(left));
        List<String> found = StoredEvents.pathsIn(left);
        return found.subList(0, found.size() - 1);
    }

    @ParameterizedTest @EnumSource(Rest.class)
    void whicheverSyncFailsNothingIsLostThatWasStoredBeforeTheLastOneThatDidNot(Rest rest) throws IOException {
        int failure = 1;
        do {
            stored.clear();
            Path directory = directory(failure);
            disk.failSync(failure++);
            try (SmallLog log = new SmallLog(directory, ONCE_A_DAY, disk)) {
                for (int i = 0; i < EVENTS; i++) {
                    append(log);
                    if (i % 2 == 1) {
                        sync(log);
                        assertEquals(stored, foundAfterCut(directory, rest), "when sync " + failure + " fails");
                    }
                }
            } catch (StoreException e) {
                assertEquals(2, failure, "only the first segment's name is needed for a start");
            }
            assertEquals(stored, foundAfterCut(directory, rest), "when sync " + failure + " fails");
        } while (disk.hasFailed());
        assertTrue(failure > EVENTS);
    }

    private void appendTwiceAndFailTheSecondSync(SmallLog log) throws IOException {
        append(log);
        sync(log);
        append(log);
        disk.failSync(1);
    }

    @ParameterizedTest @EnumSource(Rest.class)
    void aPowerCutWhileRecordsAreWrittenOnceMoreLosesOnlyWhatWasNotSynced(Rest rest) throws IOException {
        Path directory = directory(0);
        try (SmallLog log = new SmallLog(directory, ONCE_A_DAY, disk)) {
            appendTwiceAndFailTheSecondSync(log);
            disk.atEveryCall(() -> {
                List<String> found = foundAfterCut(directory, rest);
                assertEquals(StoredEvents.paths(0, found.size()), found);
                assertTrue(!found.isEmpty() && found.size() <= 2, found::toString);
            });
            sync(log);
            assertEquals(stored, foundAfterCut(directory, rest));
        }
        assertTrue(cuts > 10);
    }

    @Test void whatIsWrittenOnceMoreIsReadOnce() throws IOException {
        Path directory = directory(0);
        try (SmallLog log = new SmallLog(directory, ONCE_A_DAY, disk)) {
            appendTwiceAndFailTheSecondSync(log);
            sync(log);
            append(log);
            assertEquals(2, log.tail().segment().number());
            assertEquals(stored, StoredEvents.pathsIn(directory));
            assertEquals(List.of(), StoredEvents.damagesIn(directory));
        }
    }

    @Test void nothingIsTakenUntilTheDiskTakesWhatItHadRefused() throws IOException {
        FailingDisk failing = new FailingDisk();
        Path directory = directory(0);
        try (SmallLog log = new SmallLog(directory, ONCE_A_DAY, failing)) {
            append(log);
            failing.failSyncs();
            for (int i = 0; i < 3; i++) {
                sync(log);
                assertInstanceOf(Health.Unable.class, log.commit().health());
                assertThrows(StoreException.class, () -> log.append("/lost"));
                assertEquals(1, Segment.in(directory).size(), "no segment that is not on the disk");
                assertFalse(Files.exists(directory.resolve("events-00000002.log.tmp")));
            }
            failing.mend();
            sync(log);
            append(log);
        }
        assertEquals(stored, StoredEvents.pathsIn(directory));
    }

    @Test void whatTheDiskDoesNotTakeAtTheEndIsWrittenOnceMore() throws IOException {
        Path directory = directory(0);
        SmallLog log = new SmallLog(directory, ONCE_A_DAY, disk);
        append(log);
        disk.failSync(1);
        log.close();
        assertEquals(stored, foundAfterCut(directory, Rest.DROPPED));
        assertThrows(StoreException.class, () -> log.append("/lost"));
    }

    /// First the file and then its name, in which everything is that was stored before.
    @ParameterizedTest @ValueSource(ints = {1, 2})
    void whatAKilledProcessLeftAndTheDiskDoesNotTakeIsWrittenOnceMore(int failure) throws IOException {
        Path directory = directory(failure);
        StoredEvents.store(directory, 2);
        disk.failSync(failure);
        try (SmallLog log = new SmallLog(directory, ONCE_A_DAY, disk)) {
            assertTrue(disk.hasFailed());
            assertEquals(StoredEvents.paths(0, 2), foundAfterCut(directory, Rest.DROPPED));
            log.append("/2");
            sync(log);
        }
        assertEquals(StoredEvents.paths(0, 3), foundAfterCut(directory, Rest.DROPPED));
        assertEquals(1, Segment.in(directory).size());
    }

    @Test void aKilledProcessLeavesNothingOfWhatWasBeingWritten() throws IOException {
        Path directory = directory(0);
        StoredEvents.store(directory, 1);
        Path aside = Files.writeString(directory.resolve("events-00000002.log.tmp"), "half a seg");
        EventLog.open(directory, ONCE_A_DAY, EventLog.SMALLEST_SEGMENT).close();
        assertFalse(Files.exists(aside));
    }
}
