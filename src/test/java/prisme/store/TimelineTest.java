package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

class TimelineTest {
    private static final Comparator<LogRecord> BY_TIME =
            Comparator.<LogRecord, Instant>comparing(record -> record.event().at())
                    .thenComparingLong(LogRecord::sequence);

    private static final int SEGMENTS = 30;

    @TempDir Path directory;

    private static Event event(Random random) {
        long start = 1_700_000_000_000L + random.nextInt(50);
        UUID session = new UUID(start << 16 | 0x7000, random.nextInt(6) << 30);
        Visit visit = new Visit(session, "d", "/", "direct", "XX", Client.UNKNOWN, Campaign.NONE);
        Instant at = Instant.ofEpochMilli(start + random.nextInt(100));
        return random.nextBoolean()
                ? new Event.Pageview(at, visit, "v", "/" + random.nextInt(), 200, random.nextInt(1, 9))
                : new Event.Custom(at, visit, "v", "/", "name", "{}");
    }

    private List<LogRecord> store(int count, long seed) throws IOException {
        Random random = new Random(seed);
        try (EventLog log = StoredEvents.open(directory)) {
            for (int i = 0; i < count; i++) {
                log.append(event(random));
            }
        }
        return StoredEvents.read(directory);
    }

    private Timeline timeline(int slice) {
        return new Timeline(directory, damage -> { }, new Timeline.Memory(slice, 1 << 20));
    }

    private static List<LogRecord> read(Reading reading) throws IOException {
        List<LogRecord> read = new ArrayList<>();
        reading.into(read::add);
        return read;
    }

    private interface Reading {
        void into(LogReader.Sink sink) throws IOException;
    }

    @ParameterizedTest @ValueSource(ints = {1, 7, 400, 100_000})
    void readsEventsInOrderOfTimeAndThenOfArrival(int slice) throws IOException {
        List<LogRecord> stored = store(slice < 7 ? 60 : 2000, slice);
        assertEquals(stored.stream().sorted(BY_TIME).toList(),
                read(sink -> timeline(slice).events(TimeSpan.ALWAYS, sink)));
    }

    @ParameterizedTest @ValueSource(ints = {1, 7, 100, 100_000})
    void readsTheLastPageviewOfEachSessionInOrderOfTheirStarts(int slice) throws IOException {
        Map<UUID, LogRecord> last = new HashMap<>();
        for (LogRecord record : store(slice < 7 ? 60 : 2000, slice)) {
            if (record.event() instanceof Event.Pageview view) {
                last.merge(view.visit().session(), record, (old, now) -> version(old) > version(now) ? old : now);
            }
        }
        List<Event> expected = last.values().stream().map(LogRecord::event)
                .sorted(Comparator.comparing(event -> event.visit().session().toString())).toList();
        List<Event> read = new ArrayList<>();
        timeline(slice).sessions(TimeSpan.ALWAYS, read::add);
        assertEquals(expected, read);
    }

    private static int version(LogRecord record) {
        return ((Event.Pageview) record.event()).version();
    }

    @Test void readsAStretchOfTimeWithoutItsEnd() throws IOException {
        Instant from = Instant.ofEpochMilli(1_700_000_000_040L);
        Instant to = Instant.ofEpochMilli(1_700_000_000_060L);
        List<LogRecord> expected = store(500, 1).stream().sorted(BY_TIME)
                .filter(record -> !record.event().at().isBefore(from) && record.event().at().isBefore(to)).toList();
        assertEquals(expected, read(sink -> timeline(50).events(new TimeSpan(from, to), sink)));
        assertEquals(List.of(), read(sink -> timeline(50).events(new TimeSpan(to, from), sink)));
    }

    /// Events of which each segment has one of each second.
    private List<LogRecord> storeScattered() throws IOException {
        try (SmallLog log = new SmallLog(directory)) {
            for (int i = 0; i < 3 * SEGMENTS; i++) {
                Instant at = StoredEvents.NOON.plusSeconds(i % 3).plusMillis(i / 3);
                log.append(new Event.Pageview(at, StoredEvents.visit(), "prisme_A", "/" + i % 10, 200, 1));
            }
        }
        return StoredEvents.read(directory).stream().sorted(BY_TIME).toList();
    }

    @ParameterizedTest @CsvSource({"1, 20", "120, 20", "1000, 20", "1, 90", "120, 90", "1000, 90", "1000000, 90"})
    void handsOutScatteredEventsInOrderHoweverFewAtOnce(long bytes, int slice) throws IOException {
        List<LogRecord> stored = storeScattered();
        Timeline timeline = new Timeline(directory, _ -> { }, new Timeline.Memory(slice, bytes));
        assertEquals(stored, read(sink -> timeline.events(TimeSpan.ALWAYS, sink)));
        StoredEvents.seal(directory, SEGMENTS - 3);
        assertEquals(stored.stream().map(LogRecord::event).toList(),
                read(sink -> timeline.events(TimeSpan.ALWAYS, sink)).stream().map(LogRecord::event).toList());
    }

    /// There are more segments than are kept open. When one is opened again, every byte of it is checked, and what was
    /// unpacked of it is unpacked again.
    @Test void opensASegmentOnceForItsEventsWhereverThoseBelong() throws IOException {
        storeScattered();
        StoredEvents.seal(directory, SEGMENTS);
        Path sealed = Segment.sealedIn(directory).getFirst().file();
        int firstBlock = ByteBuffer.wrap(Files.readAllBytes(sealed)).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        StoredEvents.flip(sealed, firstBlock);
        List<String> damages = new ArrayList<>();
        Timeline timeline = new Timeline(directory, damage -> damages.add(damage.what()),
                new Timeline.Memory(1000, 1 << 20));
        timeline.events(TimeSpan.ALWAYS, _ -> { });
        assertEquals(2, damages.size(), () -> "once to find out its times, once for its events: " + damages);
    }

    @Test void anEmptyDirectoryHasNoEvents() throws IOException {
        assertEquals(List.of(), read(sink -> timeline(50).events(TimeSpan.ALWAYS, sink)));
        timeline(50).sessions(TimeSpan.ALWAYS, last -> fail("a session with " + last));
    }
}
