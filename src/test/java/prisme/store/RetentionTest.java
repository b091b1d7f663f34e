package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.columns.PartBuilder;
import prisme.columns.PartWriter;
import prisme.event.Event;

class RetentionTest {
    private static final Retention YEAR = new Retention.For(Duration.ofDays(365));
    private static final Instant NOW = StoredEvents.NOON;
    private static final Instant NEW = NOW.minus(Duration.ofDays(364));
    private static final Instant OLD = NOW.minus(Duration.ofDays(366));

    @TempDir Path directory;

    private static Event at(Instant time, String path) {
        return new Event.Pageview(time, StoredEvents.visit(), "v", path, 200, 1);
    }

    private void seal(int number, Instant... times) throws IOException {
        PartBuilder part = new PartBuilder(number);
        long first = 1 + 2L * (number - 1);
        for (Instant time : times) {
            part.add(first + part.events(), at(time, "/" + (first - 1 + part.events())));
        }
        PartWriter.write(part, number, first, first + times.length - 1, Segment.sealed(number, directory).file());
    }

    @Test void dropsTheOldestSegmentsWhenAllTheirEventsAreTooOld() throws IOException {
        seal(1, OLD, OLD);
        seal(2, OLD, NEW);
        seal(3, NEW, NEW);
        assertEquals(1, YEAR.drop(directory, NOW));
        assertEquals(StoredEvents.paths(2, 6), StoredEvents.pathsIn(directory));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
        assertEquals(0, YEAR.drop(directory, NOW));
    }

    @Test void dropsHistoryThatWasImportedBehindWhatIsNewer() throws IOException {
        seal(1, NEW, NEW);
        seal(2, OLD, OLD);
        seal(3, NEW, NEW);
        assertEquals(1, YEAR.drop(directory, NOW));
        assertEquals(List.of("/0", "/1", "/4", "/5"), StoredEvents.pathsIn(directory));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
        assertEquals(0, YEAR.drop(directory, NOW));
        assertEquals(3, YEAR.drop(directory, NOW.plus(Duration.ofDays(2))));
        assertEquals(List.of(), Segment.allIn(directory));
    }

    @Test void whoReadsMeanwhileFindsNothingMissing() throws IOException {
        for (int number = 1; number <= 4; number++) {
            seal(number, number < 4 ? OLD : NEW, number < 4 ? OLD : NEW);
        }
        List<Damage> damages = new ArrayList<>();
        try (OpenSegments segments = new OpenSegments()) {
            LogWalk walk = new LogWalk(directory, segments, damages::add);
            List<Long> read = new ArrayList<>();
            walk.run(event -> {
                read.add(event.sequence());
                YEAR.drop(directory, NOW);
            });
            assertEquals(List.of(1L, 2L, 7L, 8L), read);
        }
        assertEquals(List.of(), damages);
    }

    @Test void whoListedThemBeforeFindsNothingMissing() throws IOException {
        seal(1, OLD, OLD);
        seal(2, OLD, OLD);
        seal(3, NEW, NEW);
        List<Segment> listed = Segment.allIn(directory);
        Files.delete(listed.get(1).file());  // while the first one was being looked at, which has gone before it
        List<Damage> damages = new ArrayList<>();
        List<Long> read = new ArrayList<>();
        try (OpenSegments segments = new OpenSegments()) {
            new LogWalk(listed, segments, damages::add).run(event -> read.add(event.sequence()));
        }
        assertEquals(List.of(), damages);
        assertEquals(List.of(5L, 6L), read);
    }

    @Test void theLogOfOneThatWasJustSealedGoesWithIt() throws IOException {
        seal(1, OLD, OLD);
        seal(2, NEW, NEW);
        seal(3, OLD, OLD);
        for (int number : List.of(1, 3)) {
            Files.createFile(Segment.numbered(number, directory).file());
        }
        assertEquals(2, YEAR.drop(directory, NOW));
        assertEquals(List.of(), Segment.in(directory));
        assertEquals(StoredEvents.paths(2, 4), StoredEvents.pathsIn(directory));
    }

    @Test void theLogGoesOnBehindWhatWasDropped() throws IOException {
        seal(1, OLD, OLD);
        YEAR.drop(directory, NOW);
        seal(2, NEW, NEW);
        try (EventLog log = StoredEvents.open(directory)) {
            log.append(StoredEvents.pageview("/4"));
        }
        assertEquals(5, StoredEvents.read(directory).getLast().sequence());
    }

    @Test void whatIsGoneStaysGoneWhenThePowerFails() throws IOException {
        FailingDisk disk = new FailingDisk();
        seal(1, NEW, NEW);
        seal(2, OLD, OLD);
        YEAR.drop(directory, NOW.minus(Duration.ofDays(300)), disk);
        assertEquals(List.of(), disk.folders());
        YEAR.drop(directory, NOW, disk);
        assertEquals(List.of(directory), disk.folders());
    }

    @Test void neverDropsALog() throws IOException {
        try (EventLog log = StoredEvents.open(directory)) {
            log.append(at(OLD, "/0"));
            assertEquals(0, YEAR.drop(directory, NOW));
        }
        assertEquals(List.of("/0"), StoredEvents.pathsIn(directory));
    }

    @Test void keepsForeverWhatNobodyLimits() throws IOException {
        seal(1, OLD, OLD);
        assertEquals(0, new Retention.Forever().drop(directory, NOW));
    }

    @Test void anArchiveLetsGoOfWhatIsDropped() throws IOException {
        seal(1, NEW, NEW);
        seal(2, OLD, OLD);
        seal(3, NEW, NEW);
        try (Archive archive = new Archive(directory, damage -> { })) {
            assertEquals(3, archive.list().parts().size());
            YEAR.drop(directory, NOW);
            assertEquals(2, archive.list().parts().size());
        }
    }
}
