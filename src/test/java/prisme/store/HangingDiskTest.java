package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A disk that takes its time to sync: events wait for it, as many as memory is set apart for.
@Timeout(60)
class HangingDiskTest {
    private static final int LARGE = 200_000;
    private static final int APPENDS = 2 * (int) (GroupCommit.MOST_WAITING / LARGE);

    private final FailingDisk disk = new FailingDisk();
    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<String> reasons = new ArrayList<>();
    @TempDir Path directory;

    private void append(EventLog log) {
        try {
            log.append(StoredEvents.pageview("/" + "x".repeat(LARGE)));
            stored.incrementAndGet();
        } catch (StoreException e) {
            synchronized (reasons) {
                reasons.add(e.getMessage());
            }
            refused.incrementAndGet();
        }
    }

    @Test void refusesMoreThanMemoryIsSetApartForAndStoresTheRestLater() throws Exception {
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Always(), 1L << 30, disk)) {
            disk.holdSyncs();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < APPENDS; i++) {
                threads.add(Thread.ofVirtual().start(() -> append(log)));
            }
            while (refused.get() < APPENDS / 2 - 2) {
                Thread.onSpinWait();
            }
            assertEquals(0, stored.get());
            disk.mend();
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(APPENDS, stored.get() + refused.get());
            assertTrue(reasons.stream().allMatch("more events come in than the disk takes"::equals), reasons::toString);
            log.append(StoredEvents.pageview("/afterwards"));
        }
        assertEquals(stored.get() + 1, StoredEvents.read(directory).size());
    }

    @Test void whatWasStoredIsReadMeanwhile() throws IOException, InterruptedException {
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Always(), 1L << 30, disk)) {
            log.append(StoredEvents.pageview("/0"));
            disk.holdSyncs();
            Thread waiting = Thread.ofVirtual().start(() -> append(log));
            assertEquals(List.of("/0"), StoredEvents.pathsIn(directory).subList(0, 1));
            assertEquals(new Health.Able(), log.health());
            disk.mend();
            waiting.join();
        }
    }
}
