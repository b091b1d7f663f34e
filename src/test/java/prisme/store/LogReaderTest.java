package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {
    private static final int EVENTS = 4000;

    @TempDir Path directory;

    @Test void seesWhatWasStoredAndNothingHalfBesideAWriter() throws Exception {
        AtomicInteger stored = new AtomicInteger();
        try (EventLog log = StoredEvents.open(directory)) {
            Thread writer = Thread.ofPlatform().start(() -> write(log, stored));
            while (writer.isAlive()) {
                int before = stored.get();
                List<Damage> damages = new ArrayList<>();
                List<String> paths = new ArrayList<>();
                new LogReader(directory, damages::add).read(record -> paths.add(record.event().path()));
                assertEquals(List.of(), damages);
                assertTrue(paths.size() >= before, () -> paths.size() + " of " + before);
                assertEquals(StoredEvents.paths(0, paths.size()), paths);
            }
        }
        assertEquals(EVENTS, StoredEvents.pathsIn(directory).size());
    }

    private static void write(EventLog log, AtomicInteger stored) {
        try {
            for (int i = 0; i < EVENTS; i++) {
                log.append(StoredEvents.pageview("/" + i), StoredEvents.DEVICE);
                stored.incrementAndGet();
            }
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test void seesNothingOfAFailedWriteBesideTheWriter() throws IOException {
        FailingDisk disk = new FailingDisk();
        try (SmallLog log = new SmallLog(directory, new SyncPolicy.Never(), disk)) {
            log.append("/0");
            disk.failCuts();
            for (int room = 1; room < SmallLog.recordSize(); room++) {
                disk.hasRoomFor(room);
                assertThrows(StoreException.class, () -> log.append("/lost"));
                assertEquals(StoredEvents.paths(0, 1), StoredEvents.pathsIn(directory));
                assertEquals(List.of(), StoredEvents.damagesIn(directory));
            }
            disk.mend();
        }
    }
}
