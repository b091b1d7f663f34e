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
    private static final SealedParts.Listing NOTHING = new SealedParts.Listing(List.of(), Set.of(), 0);

    @TempDir Path directory;

    private EventLog open() throws IOException {
        return EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT);
    }

    private static Housekeeper keeper(EventLog log) {
        return new Housekeeper(log, () -> Long.MAX_VALUE, new Retention.Forever(), () -> START,
                new Housekeeper.Told(damage -> { }, failure -> { }));
    }

    private static Iterator<Event> traffic(int pageviews) {
        return Traffic.of(3, START, 30, pageviews).events();
    }

    /// Answers from what is stored at the time of each question.
    private static Statistics evaluating(CurrentInventory current) {
        return (selection, questions) -> new Evaluator(current.now(), Workers.alone()).answer(selection, questions);
    }

    private static void assertAnswersFor(List<Event> events, Statistics statistics) throws IOException {
        assertEquals(new ReferenceStatistics(events).answer(MONTH, questions()),
                statistics.answer(MONTH, questions()));
    }

    @Test void seesAnEventAsSoonAsItIsStoredThroughManySegments() throws IOException {
        List<Event> stored = new ArrayList<>();
        Iterator<Event> traffic = traffic(2000);
        try (EventLog log = open();
                Engine engine = Engine.on(directory, () -> log.mark().sequence())) {
            while (traffic.hasNext()) {
                Event event = traffic.next();
                log.append(event);
                stored.add(event);
                if (stored.size() % 97 == 1) {
                    assertAnswersFor(stored, engine);
                }
            }
        }
    }

    @Test void goesOnCountingWhileSegmentsAreSealed() throws IOException {
        List<Event> stored = new ArrayList<>();
        Iterator<Event> traffic = traffic(2000);
        try (EventLog log = open();
                Housekeeper keeper = keeper(log);
                Engine engine = Engine.on(directory, () -> log.mark().sequence())) {
            while (traffic.hasNext()) {
                stored.add(traffic.next());
                log.append(stored.getLast());
                if (stored.size() % 197 == 1) {
                    keeper.sealOne();
                    assertAnswersFor(stored, engine);
                }
            }
            assertTrue(keeper.sealed() > 3);
        }
    }

    @Test void takesInWhatWasSealedAheadOfTheQuestion() throws IOException {
        List<Event> stored = new ArrayList<>();
        Iterator<Event> traffic = traffic(2000);
        try (EventLog log = open();
                Housekeeper keeper = keeper(log);
                SealedParts sealed = SealedParts.of(new Archive(directory, damage -> { }))) {
            CurrentInventory current = new CurrentInventory(directory, sealed, () -> log.mark().sequence());
            while (traffic.hasNext()) {
                stored.add(traffic.next());
                log.append(stored.getLast());
                if (stored.size() % 197 == 1) {
                    keeper.sealOne();
                    Inventory prepared = current.prepared();
                    if (stored.size() % 2 == 0) {
                        assertSame(prepared, current.now());
                        assertAnswersFor(stored, evaluating(current));
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
        SealedParts sealed = () ->
                new SealedParts.Listing(Collections.nCopies(parts[0], new PartBuilder(0)), Set.of(), 0);
        CurrentInventory current = new CurrentInventory(directory, sealed, () -> 0, () -> {
            looks[0]++;
            return new Allowance(parts[0] > 1 ? -1 : 0);
        });
        for (int i = 0; i < 3; i++) {
            assertThrows(TooLittleMemory.class, current::now);
            assertThrows(TooLittleMemory.class, current::prepared);
        }
        assertEquals(1, looks[0]);
        parts[0] = 1;
        assertAnswersFor(List.of(), evaluating(current));
    }

    @Test void namesALargerHeapWhereThereIsNoneLeft() throws IOException {
        SealedParts sealed = () -> {
            throw new OutOfMemoryError("of a test");
        };
        try (Engine engine = Engine.on(directory, sealed, () -> 0, new Engine.Preparation.None())) {
            String why = assertThrows(TooLittleMemory.class, () -> engine.answer(MONTH, questions())).getMessage();
            assertEquals("the statistics need more memory than there is; start with a larger heap: -Xmx"
                    + Allowance.recommended(Runtime.getRuntime().maxMemory()) / (1 << 20) + "m", why);
        }
    }

    @Test void saysSoWhereMoreWaitsThanTheMemoryHoldsAndNothingCanBeSealed() throws IOException {
        SealedParts full = new SealedParts() {
            @Override public void relieve() throws IOException {
                throw new IOException("No space left on device");
            }

            @Override public Listing list() {
                return NOTHING;
            }
        };
        CurrentInventory current = new CurrentInventory(directory, full, () -> 0, () -> new Allowance(0));
        assertEquals("more events wait to be sealed than there is memory for, and they cannot be: No space left on "
                + "device", assertThrows(TooLittleMemory.class, current::now).getMessage());
    }

    @Test void takesInWhatWasSealedWhileNobodyAsksButSomebodyDid() throws Exception {
        CountDownLatch listed = new CountDownLatch(10);
        SealedParts sealed = () -> {
            listed.countDown();
            return NOTHING;
        };
        try (Engine engine = Engine.on(directory, sealed, () -> 0,
                new Engine.Preparation.When(Duration.ofMillis(1), Duration.ofDays(1)))) {
            engine.answer(MONTH, questions());
            assertTrue(listed.await(20, TimeUnit.SECONDS));
            assertAnswersFor(List.of(), engine);
        }
    }

    @Test void letsGoOfEverythingWhenNobodyHasAskedForLong() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        SealedParts sealed = new SealedParts() {
            @Override public Listing list() {
                return NOTHING;
            }

            @Override public void close() {
                closed.countDown();
            }
        };
        try (Engine engine = Engine.on(directory, sealed, () -> 0,
                new Engine.Preparation.When(Duration.ofMillis(1), Duration.ofMillis(1)))) {
            engine.answer(MONTH, questions());
            assertTrue(closed.await(20, TimeUnit.SECONDS));
            assertAnswersFor(List.of(), engine);
        }
    }

    @Test void countsNothingThatIsNotKnownToBeStored() throws IOException {
        try (EventLog log = open();
                Engine engine = Engine.on(directory, () -> 5)) {
            Iterator<Event> traffic = traffic(2000);
            List<Event> stored = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                stored.add(traffic.next());
                log.append(stored.getLast());
            }
            assertAnswersFor(stored.subList(0, 5), engine);
        }
    }

    @Test void restoresWhatWasDamagedAfterItWasOpened() throws IOException {
        Iterator<Event> traffic = traffic(2000);
        try (EventLog log = open();
                Housekeeper keeper = keeper(log);
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
        Iterator<Event> traffic = traffic(8000);
        try (EventLog log = open();
                Housekeeper keeper = keeper(log)) {
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
                assertAnswersFor(stored.subList(events, stored.size()), engine);
            }
        }
    }

    /// What is sealed; a file is dropped as soon as it is listed.
    private SealedParts dropping(Path file) {
        SealedParts all = SealedParts.of(new Archive(directory, damage -> { }));
        return new SealedParts() {
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
        SealedParts sealed = () -> {
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
        SealedParts sealed = new SealedParts() {
            @Override public Listing list() {
                return NOTHING;
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
