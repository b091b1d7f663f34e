package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.columns.PartBuilder;
import prisme.columns.SealedPart;
import prisme.demo.Traffic;
import prisme.event.Event;
import prisme.store.Archive;
import prisme.store.EventLog;
import prisme.store.Housekeeper;
import prisme.store.Retention;
import prisme.store.SyncPolicy;

class EngineTest {
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final Selection MONTH = new Selection(START.getEpochSecond(),
            START.plusSeconds(30 * 86_400).getEpochSecond(), Map.of());

    @TempDir Path directory;

    @Test void seesAnEventAsSoonAsItIsStoredThroughManySegments() throws IOException {
        List<Event> stored = new ArrayList<>();
        Iterator<Event> traffic = Traffic.of(3, START, 30, 2000).events();
        List<Question> questions = questions();
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT);
                Engine engine = Engine.on(directory, () -> log.mark().sequence())) {
            while (traffic.hasNext()) {
                Event event = traffic.next();
                log.append(event);
                stored.add(event);
                if (stored.size() % 97 == 1) {
                    assertEquals(new ReferenceStatistics(stored).answer(MONTH, questions),
                            engine.answer(MONTH, questions));
                }
            }
        }
    }

    @Test void goesOnCountingWhileSegmentsAreSealed() throws IOException {
        List<Event> stored = new ArrayList<>();
        Iterator<Event> traffic = Traffic.of(3, START, 30, 2000).events();
        List<Question> questions = questions();
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT);
                Housekeeper keeper = new Housekeeper(log, () -> Long.MAX_VALUE, new Retention.Forever(), () -> START,
                        new Housekeeper.Told(damage -> { }, failure -> { }));
                Engine engine = Engine.on(directory, () -> log.mark().sequence())) {
            while (traffic.hasNext()) {
                stored.add(traffic.next());
                log.append(stored.getLast());
                if (stored.size() % 197 == 1) {
                    keeper.sealOne();
                    assertEquals(new ReferenceStatistics(stored).answer(MONTH, questions),
                            engine.answer(MONTH, questions));
                }
            }
            assertTrue(keeper.sealed() > 3);
        }
    }

    @Test void takesInWhatWasSealedAheadOfTheQuestion() throws IOException {
        List<Event> stored = new ArrayList<>();
        Iterator<Event> traffic = Traffic.of(3, START, 30, 2000).events();
        List<Question> questions = questions();
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT);
                Housekeeper keeper = new Housekeeper(log, () -> Long.MAX_VALUE, new Retention.Forever(), () -> START,
                        new Housekeeper.Told(damage -> { }, failure -> { }));
                Sealed sealed = Sealed.of(new Archive(directory, damage -> { }))) {
            Stock stock = new Stock(directory, sealed, () -> log.mark().sequence());
            while (traffic.hasNext()) {
                stored.add(traffic.next());
                log.append(stored.getLast());
                if (stored.size() % 197 == 1) {
                    keeper.sealOne();
                    Inventory prepared = stock.prepared();
                    if (stored.size() % 2 == 0) {
                        assertSame(prepared, stock.now());
                        assertEquals(new ReferenceStatistics(stored).answer(MONTH, questions),
                                new Reckoner(stock.now(), Workers.alone()).answer(MONTH, questions));
                    }
                }
            }
            assertTrue(keeper.sealed() > 3);
        }
    }

    /// Until there is less: that there is not enough is found out once.
    @Test void refusesWhatThereIsTooLittleMemoryFor() throws IOException {
        int[] parts = {2};
        int[] looks = {0};
        Sealed sealed = () -> new Sealed.Listing(Collections.nCopies(parts[0], new PartBuilder(0)), Set.of(), 0);
        Stock stock = new Stock(directory, sealed, () -> 0, () -> {
            looks[0]++;
            return new Allowance(parts[0] > 1 ? -1 : 0);
        });
        for (int i = 0; i < 3; i++) {
            assertThrows(TooLittleMemory.class, stock::now);
            assertThrows(TooLittleMemory.class, stock::prepared);
        }
        assertEquals(1, looks[0]);
        parts[0] = 1;
        assertEquals(new ReferenceStatistics(List.of()).answer(MONTH, questions()),
                new Reckoner(stock.now(), Workers.alone()).answer(MONTH, questions()));
    }

    @Test void namesALargerHeapWhereThereIsNoneLeft() throws IOException {
        Sealed sealed = () -> {
            throw new OutOfMemoryError("of a test");
        };
        try (Engine engine = Engine.on(directory, sealed, () -> 0, new Engine.Preparation.None())) {
            String why = assertThrows(TooLittleMemory.class, () -> engine.answer(MONTH, questions())).getMessage();
            assertEquals("the statistics need more memory than there is; start with a larger heap: -Xmx"
                    + Allowance.recommended(Runtime.getRuntime().maxMemory()) / (1 << 20) + "m", why);
        }
    }

    @Test void saysSoWhereMoreWaitsThanTheMemoryHoldsAndNothingCanBeSealed() throws IOException {
        Sealed full = new Sealed() {
            @Override public void relieve() throws IOException {
                throw new IOException("No space left on device");
            }

            @Override public Listing list() {
                return new Listing(List.of(), Set.of(), 0);
            }
        };
        Stock stock = new Stock(directory, full, () -> 0, () -> new Allowance(0));
        assertEquals("more events wait to be sealed than there is memory for, and they cannot be: No space left on "
                + "device", assertThrows(TooLittleMemory.class, stock::now).getMessage());
    }

    @Test void takesItInWhileNobodyAsksButSomebodyDid() throws Exception {
        CountDownLatch listed = new CountDownLatch(10);
        Sealed sealed = () -> {
            listed.countDown();
            return new Sealed.Listing(List.of(), Set.of(), 0);
        };
        try (Engine engine = Engine.on(directory, sealed, () -> 0,
                new Engine.Preparation.When(Duration.ofMillis(1), Duration.ofDays(1)))) {
            engine.answer(MONTH, questions());
            assertTrue(listed.await(20, TimeUnit.SECONDS));
            assertEquals(new ReferenceStatistics(List.of()).answer(MONTH, questions()),
                    engine.answer(MONTH, questions()));
        }
    }

    @Test void letsGoOfEverythingWhenNobodyHasAskedForLong() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Sealed sealed = new Sealed() {
            @Override public Listing list() {
                return new Listing(List.of(), Set.of(), 0);
            }

            @Override public void close() {
                closed.countDown();
            }
        };
        try (Engine engine = Engine.on(directory, sealed, () -> 0,
                new Engine.Preparation.When(Duration.ofMillis(1), Duration.ofMillis(1)))) {
            engine.answer(MONTH, questions());
            assertTrue(closed.await(20, TimeUnit.SECONDS));
            assertEquals(new ReferenceStatistics(List.of()).answer(MONTH, questions()),
                    engine.answer(MONTH, questions()));
        }
    }

    @Test void countsNothingThatIsNotKnownToBeStored() throws IOException {
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT);
                Engine engine = Engine.on(directory, () -> 5)) {
            Iterator<Event> traffic = Traffic.of(3, START, 30, 2000).events();
            List<Event> stored = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                stored.add(traffic.next());
                log.append(stored.getLast());
            }
            assertEquals(new ReferenceStatistics(stored.subList(0, 5)).answer(MONTH, questions()),
                    engine.answer(MONTH, questions()));
        }
    }

    @Test void restoresWhatWasDamagedAfterItWasOpened() throws IOException {
        Iterator<Event> traffic = Traffic.of(3, START, 30, 2000).events();
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT);
                Housekeeper keeper = new Housekeeper(log, () -> Long.MAX_VALUE, new Retention.Forever(), () -> START,
                        new Housekeeper.Told(damage -> { }, failure -> { }));
                Engine engine = Engine.on(directory, () -> log.mark().sequence())) {
            List<Event> stored = new ArrayList<>();
            while (traffic.hasNext()) {
                stored.add(traffic.next());
                log.append(stored.getLast());
            }
            assertTrue(keeper.sealOne());
            List<Answer> whole = engine.answer(MONTH, questions());
            Path sealed = directory.resolve("events-00000001.columns");
            FileTime written = Files.getLastModifiedTime(sealed);
            byte[] bytes = Files.readAllBytes(sealed);
            byte[] damaged = bytes.clone();
            Arrays.fill(damaged, bytes.length / 8, bytes.length / 8 + 512, (byte) 0);
            Files.write(sealed, damaged);
            Files.setLastModifiedTime(sealed, written);
            assertEquals(whole, engine.answer(MONTH, questions()));
        }
    }

    /* So many that the first is closed again when the last is opened. */
    @Test void goesOnWithoutWhatIsDroppedWhileItIsRead() throws IOException {
        List<Event> stored = new ArrayList<>();
        Iterator<Event> traffic = Traffic.of(3, START, 30, 8000).events();
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT);
                Housekeeper keeper = new Housekeeper(log, () -> Long.MAX_VALUE, new Retention.Forever(), () -> START,
                        new Housekeeper.Told(damage -> { }, failure -> { }))) {
            while (traffic.hasNext()) {
                stored.add(traffic.next());
                log.append(stored.getLast());
            }
            while (keeper.sealOne()) {
                continue;
            }
            assertTrue(keeper.sealed() > 16);
            Path first = directory.resolve("events-00000001.columns");
            int events = ((SealedPart.Contents.Known) SealedPart.contents(first)).events();
            try (Engine engine = Engine.on(directory, dropping(first), () -> log.mark().sequence(),
                    new Engine.Preparation.None())) {
                assertEquals(new ReferenceStatistics(stored.subList(events, stored.size())).answer(MONTH, questions()),
                        engine.answer(MONTH, questions()));
            }
        }
    }

    /// What is sealed; a file is dropped as soon as it is listed.
    private Sealed dropping(Path file) {
        Sealed all = Sealed.of(new Archive(directory, damage -> { }));
        return new Sealed() {
            @Override public Listing list() throws IOException {
                Listing listing = all.list();
                Files.deleteIfExists(file);
                return listing;
            }

            @Override public void close() throws IOException {
                all.close();
            }
        };
    }

    @Test void tellsThatWhatIsStoredCannotBeRead() throws IOException {
        int[] tries = {0};
        Sealed sealed = () -> {
            tries[0]++;
            throw new IOException("Input/output error");
        };
        try (Engine engine = Engine.on(directory, sealed, () -> 0, new Engine.Preparation.None())) {
            IOException told = assertThrows(IOException.class, () -> engine.answer(MONTH, questions()));
            assertEquals("the statistics cannot be computed: Input/output error", told.getMessage());
            assertEquals(2, tries[0]);
        }
    }

    @Test void letsGoOfWhatIsSealedWhenItEnds() throws IOException {
        List<String> told = new ArrayList<>();
        Sealed sealed = new Sealed() {
            @Override public Listing list() {
                return new Listing(List.of(), Set.of(), 0);
            }

            @Override public void close() {
                told.add("closed");
            }
        };
        Engine engine = Engine.on(directory, sealed, () -> 0, new Engine.Preparation.None());
        engine.answer(MONTH, questions());
        assertEquals(List.of(), told);
        engine.close();
        assertEquals(List.of("closed"), told);
    }

    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>(List.of(new Question.Summary()));
        for (Question.Ranking ranking : Question.Ranking.values()) {
            questions.add(new Question.Top(ranking, 10));
        }
        for (Question.Metric metric : Question.Metric.values()) {
            questions.add(new Question.Series(metric, new Buckets.Steps(86_400)));
        }
        return questions;
    }
}
