package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prisme.event.Event;
import prisme.event.EveryKind;

class EventLogTest {
    @TempDir Path directory;

    @Test void beginsASegmentBeforeTheTextsOfOneFillTheMemory() throws IOException {
        String path = "/" + "x".repeat(200_000);
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Never(), Long.MAX_VALUE)) {
            for (long bytes = 0; bytes <= EventLog.MOST_BYTES; bytes += path.length()) {
                log.append(StoredEvents.pageview(path));
            }
        }
        assertEquals(2, Segment.in(directory).size());
        assertTrue(Files.size(Segment.in(directory).getFirst().file()) <= EventLog.MOST_BYTES);
    }

    @Test void readsBackEveryKindOfEvent() throws IOException {
        Event.Pageview pageview = StoredEvents.pageview("/a");
        List<Event> others = List.of(
                new Event.Custom(StoredEvents.NOON, StoredEvents.visit(), "me", "/a", "sign up", "{\"plan\":1e400}"),
                new Event.OutboundClick(StoredEvents.NOON, StoredEvents.visit(), "me", "/a", "https://other.example/"),
                new Event.FileDownload(StoredEvents.NOON, StoredEvents.visit(), "me", "/a", "https://x.example/f.pdf"),
                pageview);
        EveryKind.requireIn(others, "EventLogTest");
        try (EventLog log = StoredEvents.open(directory)) {
            log.append(pageview, StoredEvents.DEVICE);
            for (Event event : others) {
                log.append(event);
            }
        }
        List<LogRecord> expected = new ArrayList<>();
        expected.add(new LogRecord(1, pageview, new Sender.Device(StoredEvents.DEVICE)));
        for (Event event : others) {
            expected.add(new LogRecord(expected.size() + 1, event, new Sender.Unknown()));
        }
        assertEquals(expected, StoredEvents.read(directory));
    }

    @Test void storesManyEventsAtOnceInTheirOrder() throws IOException {
        try (EventLog log = StoredEvents.open(directory)) {
            log.append(List.of());
            for (int i = 0; i < 1000; i += 100) {
                log.append(StoredEvents.paths(i, i + 100).stream().map(StoredEvents::pageview).toList());
                assertEquals(i + 100, log.mark().sequence());
            }
        }
        assertTrue(Segment.in(directory).size() > 1);
        assertEquals(StoredEvents.paths(0, 1000), StoredEvents.pathsIn(directory));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
    }

    @Test void refusesMoreAtOnceThanOneWriteTakes() throws IOException {
        Event half = StoredEvents.pageview("/" + "x".repeat(EventLog.LARGEST_RECORD / 2));
        try (EventLog log = StoredEvents.open(directory)) {
            assertThrows(IllegalArgumentException.class, () -> log.append(List.of(half, half)));
            log.append(List.of(half));
        }
        assertEquals(1, StoredEvents.read(directory).size());
    }

    @Test void isReadBesideTheWriterUpToTheLastAppend() throws IOException {
        try (EventLog log = StoredEvents.open(directory)) {
            for (int i = 0; i < 10; i++) {
                log.append(StoredEvents.pageview("/" + i), StoredEvents.DEVICE);
                assertEquals(StoredEvents.paths(0, i + 1), StoredEvents.pathsIn(directory));
            }
        }
    }

    @Test void goesOnWhereItEnded() throws IOException {
        for (int round = 0; round < 3; round++) {
            try (EventLog log = StoredEvents.open(directory)) {
                assertEquals(0, log.recovery().tornBytes());
                assertEquals(List.of(), log.recovery().damages());
                assertEquals(round, log.recovery().events());
                log.append(StoredEvents.pageview("/" + round));
            }
        }
        assertEquals(StoredEvents.paths(0, 3), StoredEvents.pathsIn(directory));
        assertEquals(List.of(1L, 2L, 3L), StoredEvents.read(directory).stream().map(LogRecord::sequence).toList());
    }

    @Test void beginsSegmentsByThemselvesWhenOneIsFull() throws IOException {
        StoredEvents.store(directory, 2000);
        List<Segment> segments = Segment.in(directory);
        assertTrue(segments.size() > 2, () -> segments.toString());
        for (Segment segment : segments) {
            assertTrue(Files.size(segment.file()) <= EventLog.SMALLEST_SEGMENT);
        }
        assertEquals(StoredEvents.paths(0, 2000), StoredEvents.pathsIn(directory));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
    }

    @Test void storesAnEventThatIsLargerThanASegment() throws IOException {
        String path = "/" + "x".repeat(200_000);
        try (EventLog log = StoredEvents.open(directory)) {
            log.append(StoredEvents.pageview("/0"));
            log.append(StoredEvents.pageview(path));
            log.append(StoredEvents.pageview("/2"));
            Event tooLarge = StoredEvents.pageview("/" + "x".repeat(Frame.MAX_PAYLOAD));
            assertThrows(IllegalArgumentException.class, () -> log.append(tooLarge));
        }
        assertEquals(List.of("/0", path, "/2"), StoredEvents.pathsIn(directory));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
    }

    static List<SyncPolicy> policies() {
        return List.of(new SyncPolicy.Always(), new SyncPolicy.Never(), new SyncPolicy.Every(Duration.ofMillis(2)));
    }

    @ParameterizedTest @MethodSource("policies")
    void keepsTheEventsOfManyThreadsOnceAndInEachOnesOrder(SyncPolicy policy) throws Exception {
        int threads = 16;
        int each = policy instanceof SyncPolicy.Always ? 20 : 500;
        try (EventLog log = EventLog.open(directory, policy, EventLog.SMALLEST_SEGMENT)) {
            appendFromThreads(log, threads, each);
        }
        List<LogRecord> read = StoredEvents.read(directory);
        assertEquals(LongStream.rangeClosed(1, (long) threads * each).boxed().toList(),
                read.stream().map(LogRecord::sequence).toList());
        for (int thread = 0; thread < threads; thread++) {
            String prefix = "/" + thread + "/";
            List<String> own = read.stream().map(r -> r.event().path()).filter(p -> p.startsWith(prefix)).toList();
            assertEquals(each, new HashSet<>(own).size());
            assertEquals(own.stream().sorted().toList(), own);
        }
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
    }

    private static void appendFromThreads(EventLog log, int threads, int each) throws Exception {
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int t = 0; t < threads; t++) {
                int thread = t;
                done.add(executor.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        log.append(StoredEvents.pageview("/" + thread + "/" + (100_000 + i)), StoredEvents.DEVICE);
                    }
                    return each;
                }));
            }
        }
        for (Future<?> future : done) {
            future.get();
        }
    }

    @Test void takesEventsOfInterruptedThreads() throws Exception {
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Always(), EventLog.SMALLEST_SEGMENT)) {
            for (int i = 0; i < 10; i++) {
                String path = "/" + i;
                Thread thread = Thread.ofVirtual().unstarted(() -> {
                    Thread.currentThread().interrupt();
                    try {
                        log.append(StoredEvents.pageview(path));
                    } catch (StoreException e) {
                        throw new AssertionError(e);
                    }
                    assertTrue(Thread.currentThread().isInterrupted());
                });
                thread.start();
                thread.join();
            }
            assertEquals(new Health.Able(), log.health());
        }
        assertEquals(StoredEvents.paths(0, 10), StoredEvents.pathsIn(directory));
    }

    @Test void takesNothingOnceClosed() throws IOException {
        EventLog log = StoredEvents.open(directory);
        log.close();
        StoreException e = assertThrows(StoreException.class, () -> log.append(StoredEvents.pageview("/late")));
        assertEquals("the log is closed", e.getMessage());
        assertInstanceOf(Health.Unable.class, log.health());
        assertEquals(List.of(), StoredEvents.pathsIn(directory));
    }

    @Test void makesItsDirectoryForTheOwnerAlone() throws IOException {
        Path nested = directory.resolve("var/prisme");
        StoredEvents.open(nested).close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(nested)));
    }

    @Test void saysThatItsDirectoryIsAFile() throws IOException {
        Path file = Files.createFile(directory.resolve("data"));
        StoreException e = assertThrows(StoreException.class, () -> StoredEvents.open(file));
        assertEquals("the data directory " + file + " is a file", e.getMessage());
        e = assertThrows(StoreException.class, () -> StoredEvents.open(file.resolve("below")));
        assertTrue(e.getMessage().startsWith("cannot make the data directory " + file.resolve("below")),
                e.getMessage());
    }
}
