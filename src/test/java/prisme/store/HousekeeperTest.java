package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HousekeeperTest {
    private static final int EVENTS = 2000;

    @TempDir Path directory;
    private final AtomicReference<Instant> now = new AtomicReference<>(StoredEvents.NOON);
    private final List<Exception> failures = new CopyOnWriteArrayList<>();

    private Housekeeper keeper(EventLog log, Retention retention) {
        return new Housekeeper(log, () -> Long.MAX_VALUE, retention, now::get,
                new Housekeeper.Told(damage -> { }, failures::add));
    }

    @Test void sealsEverySegmentThatIsFull() throws IOException {
        try (EventLog log = StoredEvents.open(directory);
             Housekeeper keeper = keeper(log, new Retention.Forever())) {
            StoredEvents.append(log, EVENTS);
            int segments = Segment.in(directory).size();
            keeper.turn();
            assertEquals(segments - 1, keeper.sealed());
            assertEquals(1, Segment.in(directory).size());
            assertEquals(StoredEvents.paths(0, EVENTS), StoredEvents.pathsIn(directory));
        }
    }

    @Test void leavesTheLogsOfSealedSegmentsUntilItEnds() throws IOException {
        Path first = Segment.numbered(1, directory).file();
        try (EventLog log = StoredEvents.open(directory);
             Housekeeper keeper = keeper(log, new Retention.Forever())) {
            StoredEvents.append(log, EVENTS);
            keeper.turn();
            keeper.turn();
            assertTrue(Files.exists(first));
        }
        assertFalse(Files.exists(first));
        assertEquals(StoredEvents.paths(0, EVENTS), StoredEvents.pathsIn(directory));
    }

    @Test void touchesNothingInADirectoryThatIsAnotherOneNow() throws IOException {
        EventLog log = StoredEvents.open(directory);
        StoredEvents.append(log, EVENTS);
        try (Housekeeper keeper = keeper(log, new Retention.For(Duration.ofDays(1)))) {
            keeper.turn();
            Path copy = directory.resolve("copy");
            for (Path file : List.of(log.directory().resolve(DirectoryLock.FILE),
                    Segment.numbered(log.activeSegment(), directory).file())) {
                Files.copy(file, copy);
                Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
            }
            int segments = Segment.in(directory).size();
            now.set(StoredEvents.NOON.plus(Duration.ofDays(2)));
            keeper.turn();
            assertFalse(keeper.sealOne());
            assertEquals(List.of(0L, segments), List.of(keeper.dropped(), Segment.in(directory).size()));
        }
        assertTrue(Files.exists(Segment.numbered(1, directory).file()), "a log that is spent");
        assertThrows(IOException.class, log::close);
    }

    @Test void dropsWhatIsTooOldOnceAnHour() throws IOException {
        try (EventLog log = StoredEvents.open(directory);
             Housekeeper keeper = keeper(log, new Retention.For(Duration.ofDays(1)))) {
            StoredEvents.append(log, EVENTS);
            int segments = Segment.in(directory).size();
            keeper.turn();
            now.set(StoredEvents.NOON.plus(Duration.ofMinutes(59)));
            keeper.turn();
            assertEquals(0, keeper.dropped());
            now.set(StoredEvents.NOON.plus(Duration.ofDays(2)));
            keeper.turn();
            assertEquals(segments - 1, keeper.dropped());
            assertEquals(List.of(), StoredEvents.damagesIn(directory));
        }
    }

    @Test void tellsWhenItsMemoryIsTooSmallAndGoesOn() throws IOException {
        try (EventLog log = StoredEvents.open(directory);
             Housekeeper keeper = new Housekeeper(log, () -> Long.MAX_VALUE, new Retention.Forever(), () -> {
                 throw new OutOfMemoryError("for a test");
             }, new Housekeeper.Told(damage -> { }, failures::add))) {
            keeper.start();
            while (failures.isEmpty()) {
                Thread.onSpinWait();
            }
        }
        assertEquals("there is not enough memory to seal a segment", failures.getFirst().getMessage());
    }

    @Test void worksByItself() throws Exception {
        try (EventLog log = StoredEvents.open(directory)) {
            StoredEvents.append(log, EVENTS);
            try (Housekeeper keeper = keeper(log, new Retention.Forever())) {
                keeper.start();
                while (Segment.in(directory).size() > 1) {
                    Thread.onSpinWait();
                }
            }
            assertEquals(List.of(), failures);
        }
        assertEquals(StoredEvents.paths(0, EVENTS), StoredEvents.pathsIn(directory));
    }
}
