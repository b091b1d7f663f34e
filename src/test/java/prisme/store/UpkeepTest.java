package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.http.LogLines;

/// What happens by itself, at its own pace: these tests wait for it as long as it takes, but not for ever.
class UpkeepTest {
    private static final Duration FOR_EVER = Duration.ofSeconds(30);

    private final FailingDisk disk = new FailingDisk();
    @TempDir Path directory;

    private EventLog open(SyncPolicy policy) throws StoreException {
        return EventLog.open(directory, policy, EventLog.SMALLEST_SEGMENT, disk);
    }

    private static void await(BooleanSupplier condition) {
        assertTimeoutPreemptively(FOR_EVER, () -> {
            while (!condition.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
    }

    @Test void syncsWhatWasStoredOnce() throws IOException {
        try (EventLog log = open(new SyncPolicy.Every(Duration.ofMillis(20)))) {
            log.append(StoredEvents.pageview("/0"));
            await(() -> disk.syncs() > 0);
        }
        assertEquals(2, disk.syncs(), "once by itself, once when closing");
    }

    @Test void noticesThatADiskHasRoomAgain() throws IOException {
        try (EventLog log = open(new SyncPolicy.Every(Duration.ofMillis(20)))) {
            disk.hasRoomFor(7);
            assertThrows(StoreException.class, () -> log.append(StoredEvents.pageview("/0")));
            disk.mend();
            await(() -> log.health().equals(new Health.Able()));
        }
        assertEquals(0, StoredEvents.read(directory).size());
    }

    @Test void syncsAgainWhenThereWasTooLittleMemoryForIt() throws IOException {
        try (EventLog log = open(new SyncPolicy.Every(Duration.ofMillis(20)))) {
            disk.takeMemory();
            log.append(StoredEvents.pageview("/0"));
            await(() -> !log.health().equals(new Health.Able()));
            await(() -> disk.syncs() > 2);
            int tried = disk.syncs();
            disk.mend();
            await(() -> log.health().equals(new Health.Able()) && disk.syncs() > tried);
        }
        assertEquals(StoredEvents.paths(0, 1), StoredEvents.pathsIn(directory));
    }

    @Test void aFailedSyncMakesTheLogUnable() throws IOException {
        EventLog log = open(new SyncPolicy.Every(Duration.ofMillis(20)));
        disk.failSyncs();
        log.append(StoredEvents.pageview("/0"));
        await(() -> !log.health().equals(new Health.Able()));
        assertThrows(StoreException.class, () -> log.append(StoredEvents.pageview("/1")));
        assertThrows(StoreException.class, log::close);
        assertEquals(StoredEvents.paths(0, 1), StoredEvents.pathsIn(directory));
    }

    @Test void isUnableWhileItsFolderIsGone() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        try (EventLog log = EventLog.open(folder, new SyncPolicy.Every(Duration.ofMillis(20)),
                EventLog.SMALLEST_SEGMENT, disk)) {
            Path elsewhere = Files.move(folder, directory.resolve("elsewhere"));
            await(() -> !log.health().equals(new Health.Able()));
            assertThrows(StoreException.class, () -> log.append(StoredEvents.pageview("/0")));
            Files.move(elsewhere, folder);
            await(() -> log.health().equals(new Health.Able()));
            log.append(StoredEvents.pageview("/1"));
        }
        assertEquals(StoredEvents.paths(1, 2), StoredEvents.pathsIn(folder));
    }

    @Test void saysWhenItCannotStoreAndWhenItCanAgain() throws IOException {
        try (LogLines told = new LogLines("prisme.store");
                EventLog log = open(new SyncPolicy.Every(Duration.ofMillis(20)))) {
            disk.hasRoomFor(7);
            assertThrows(StoreException.class, () -> log.append(StoredEvents.pageview("/0")));
            assertThrows(StoreException.class, () -> log.append(StoredEvents.pageview("/0")));
            disk.mend();
            await(() -> told.all().size() > 1);
            assertEquals(new Health.Able(), log.health());
            assertEquals(List.of("events are not stored, and answered 503: cannot store events: No space left on "
                    + "device", "events are stored again"), told.all());
        }
    }
}
