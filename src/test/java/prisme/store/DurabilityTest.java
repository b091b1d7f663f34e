package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
    private static final byte[] RECORD = new byte[300];

    private final AtomicLong now = new AtomicLong(1);
    private final FailingDisk disk = new FailingDisk();
    private Disk.AppendFile file;
    @TempDir Path directory;

    @BeforeEach void openFile() throws IOException {
        file = disk.open(directory.resolve("file"));
    }

    private Durability durability(SyncPolicy policy) {
        return new Durability(policy, now::get);
    }

    @Test void alwaysSyncsBeforeAnybodyIsTold() throws IOException {
        Durability durability = durability(new SyncPolicy.Always());
        durability.afterWrite(file, RECORD, RECORD.length);
        durability.afterWrite(file, RECORD, RECORD.length);
        assertEquals(2, disk.syncs());
    }

    @Test void tellsHowOftenItSynced() throws IOException {
        AtomicLong stepping = new AtomicLong();
        Durability durability = new Durability(new SyncPolicy.Always(), () -> stepping.addAndGet(500_000_000));
        durability.afterWrite(file, RECORD, RECORD.length);
        durability.afterWrite(file, RECORD, RECORD.length);
        assertEquals(new Syncs(2, Duration.ofSeconds(1)), durability.syncs());
    }

    @Test void neverSyncsAtTheEndOnly() throws IOException {
        Durability durability = durability(new SyncPolicy.Never());
        durability.beforeWrite(file, RECORD.length);
        durability.afterWrite(file, RECORD, RECORD.length);
        durability.syncAll(file);
        now.addAndGet(Duration.ofDays(1).toNanos());
        durability.beforeWrite(file, RECORD.length);
        assertEquals(0, disk.syncs());
        durability.end(file);
        assertEquals(1, disk.syncs());
    }

    @Test void whatWaitsTooLongIsSyncedBeforeAnythingElseIsWritten() throws IOException {
        Durability durability = durability(new SyncPolicy.Every(Duration.ofNanos(1_000_000)));
        durability.afterWrite(file, RECORD, RECORD.length);
        now.addAndGet(1_000_000);
        durability.beforeWrite(file, RECORD.length);
        assertEquals(0, disk.syncs());
        now.addAndGet(1);
        durability.beforeWrite(file, RECORD.length);
        durability.beforeWrite(file, RECORD.length);
        assertEquals(1, disk.syncs());
    }

    @Test void theOldestEventCountsAndNothingOnceItIsSynced() throws IOException {
        Durability durability = durability(new SyncPolicy.Every(Duration.ofSeconds(1)));
        durability.syncIfOlder(0, () -> file);
        durability.afterWrite(file, RECORD, RECORD.length);
        now.addAndGet(10);
        durability.afterWrite(file, RECORD, RECORD.length);
        durability.syncIfOlder(10, () -> file);
        assertEquals(0, disk.syncs());
        durability.syncIfOlder(9, () -> file);
        assertEquals(1, disk.syncs());
        now.addAndGet(1_000_000);
        durability.syncIfOlder(0, () -> file);
        assertEquals(1, disk.syncs());
    }

    @Test void whatCouldNotBeKeptUntilTheNextSyncIsSyncedFirst() throws IOException {
        Durability durability = durability(new SyncPolicy.Every(Duration.ofDays(1)));
        for (int size = RECORD.length; size <= Unsynced.MOST; size += RECORD.length) {
            durability.beforeWrite(file, RECORD.length);
            durability.afterWrite(file, RECORD, RECORD.length);
        }
        assertEquals(0, disk.syncs());
        durability.beforeWrite(file, RECORD.length);
        assertEquals(1, disk.syncs());
        assertEquals(0, durability.unsynced().length);
    }

    @Test void keepsNothingWhereEachWriteIsSyncedOrNoneIs() throws IOException {
        for (SyncPolicy policy : List.of(new SyncPolicy.Always(), new SyncPolicy.Never())) {
            Durability durability = durability(policy);
            durability.beforeWrite(file, RECORD.length);
            durability.afterWrite(file, RECORD, RECORD.length);
            assertEquals(0, durability.unsynced().length);
        }
    }

    @Test void goesOnWhenAllThatWasWaitingIsSaved() throws IOException {
        Durability durability = durability(new SyncPolicy.Every(Duration.ofSeconds(1)));
        durability.afterWrite(file, RECORD, RECORD.length);
        disk.failSyncs();
        assertThrows(StoreException.class, () -> durability.sync(file));
        assertEquals(RECORD.length, durability.unsynced().length);
        disk.mend();
        durability.saved();
        assertEquals(0, durability.unsynced().length);
        durability.beforeWrite(file, RECORD.length);
        assertEquals(1, disk.syncs());
    }

    @Test void nothingIsTakenAfterASyncThatFailed() {
        Durability durability = durability(new SyncPolicy.Every(Duration.ofSeconds(1)));
        disk.failSyncs();
        assertThrows(StoreException.class, () -> durability.sync(file));
        disk.mend();
        assertThrows(StoreException.class, () -> durability.beforeWrite(file, RECORD.length));
        assertThrows(StoreException.class, () -> durability.sync(file));
        assertEquals(1, disk.syncs());
    }
}
