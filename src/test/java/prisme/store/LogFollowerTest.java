package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
    @TempDir Path directory;

    private final List<Damage> damages = new ArrayList<>();

    @Test void readsEachEventOnceThroughAllSegments() throws IOException {
        LogFollower follower = new LogFollower(directory, 0, damages::add);
        try (SmallLog log = new SmallLog(directory)) {
            for (int i = 0; i < 10; i++) {
                log.append("/" + i);
                log.append("/" + i + "/more");
                assertEquals(List.of("/" + i, "/" + i + "/more"), read(follower, Long.MAX_VALUE));
                assertEquals(List.of(), read(follower, Long.MAX_VALUE));
            }
        }
        assertEquals(List.of(), damages);
    }

    @Test void readsNoFurtherThanIsKnownToBeStored() throws IOException {
        LogFollower follower = new LogFollower(directory, 0, damages::add);
        try (SmallLog log = new SmallLog(directory)) {
            log.append(8);
            assertEquals(StoredEvents.paths(0, 2), read(follower, 2));
            assertEquals(StoredEvents.paths(2, 7), read(follower, 7));
            assertEquals(StoredEvents.paths(7, 8), read(follower, log.tail().last().sequence()));
        }
    }

    @Test void beginsBehindAnEvent() throws IOException {
        try (SmallLog log = new SmallLog(directory)) {
            log.append(8);
            assertEquals(StoredEvents.paths(4, 8),
                    read(new LogFollower(directory, 4, damages::add), Long.MAX_VALUE));
        }
    }

    @Test void leavesSegmentsOut() throws IOException {
        List<String> paths = new ArrayList<>();
        try (SmallLog log = new SmallLog(directory)) {
            log.append(8);
            new LogFollower(directory, 3, damages::add).read(Long.MAX_VALUE, Set.of(1L, 3L),
                    (segment, event) -> paths.add(segment + event.event().path()));
        }
        assertEquals(List.of("2/3", "2/4", "2/5"), paths);
    }

    @Test void takesUpWhereASegmentIsGone() throws IOException {
        LogFollower follower = new LogFollower(directory, 0, damages::add);
        try (SmallLog log = new SmallLog(directory)) {
            log.append(2);
            read(follower, Long.MAX_VALUE);
            log.append(4);
            Files.delete(directory.resolve("events-00000001.log"));
            assertEquals(StoredEvents.paths(1, 4), read(follower, Long.MAX_VALUE));
        }
    }

    @Test void seesNothingOfAFailedWriteEvenIfItCannotBeCutBack() throws IOException {
        FailingDisk disk = new FailingDisk();
        LogFollower follower = new LogFollower(directory, 0, damages::add);
        try (SmallLog log = new SmallLog(directory, new SyncPolicy.Never(), disk)) {
            log.append("/0");
            assertEquals(StoredEvents.paths(0, 1), read(follower, Long.MAX_VALUE));
            disk.failCuts();
            disk.hasRoomFor(SmallLog.recordSize() - 1);
            assertThrows(StoreException.class, () -> log.append("/lost"));
            assertEquals(List.of(), read(follower, Long.MAX_VALUE));
            disk.mend();
            log.append("/1");
            assertEquals(StoredEvents.paths(1, 2), read(follower, Long.MAX_VALUE));
        }
    }

    @Test void tellsWhenEventsAreInTheNextSegmentFromNowOn() throws IOException {
        PowerCutDisk disk = new PowerCutDisk();
        LogFollower follower = new LogFollower(directory, 0, damages::add);
        try (SmallLog log = new SmallLog(directory, new SyncPolicy.Every(Duration.ofDays(1)), disk)) {
            log.append("/0");
            log.tail().syncIfOlder(-1);
            log.append("/1");
            assertEquals(StoredEvents.paths(0, 2), read(follower, Long.MAX_VALUE));
            disk.failSync(1);
            assertThrows(StoreException.class, () -> log.tail().syncIfOlder(-1));
            log.tail().probe();
            assertFalse(follower.read(Long.MAX_VALUE, Set.of(), (_, _) -> { }));
            List<String> places = new ArrayList<>();
            assertTrue(new LogFollower(directory, 0, damages::add).read(Long.MAX_VALUE, Set.of(),
                    (segment, event) -> places.add(segment + event.event().path())));
            assertEquals(List.of("1/0", "2/1"), places);
        }
        assertEquals(List.of(), damages);
    }

    private static List<String> read(LogFollower follower, long upTo) throws IOException {
        List<String> paths = new ArrayList<>();
        follower.read(upTo, Set.of(), (_, event) -> paths.add(event.event().path()));
        return paths;
    }
}
