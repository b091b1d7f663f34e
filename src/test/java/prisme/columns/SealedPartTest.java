package prisme.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.event.Event;
import prisme.event.EveryKind;

class SealedPartTest {
    @TempDir Path directory;

    private Path sealed(List<Event> events) throws IOException {
        PartBuilder part = new PartBuilder(7);
        for (Event event : events) {
            part.add(100 + part.events(), event);
        }
        Path file = directory.resolve("part.columns");
        PartWriter.write(part, 3, 100, 99 + events.size(), file);
        return file;
    }

    private static SealedPart open(Path file) throws IOException {
        List<Corruption> corruptions = new ArrayList<>();
        if (SealedPart.open(file, corruptions::add) instanceof SealedPart.Opening.Opened(SealedPart part)) {
            assertEquals(List.of(), corruptions);
            return part;
        }
        throw new AssertionError("is not readable");
    }

    private static List<Event> events(SealedPart part) throws IOException {
        List<Event> events = new ArrayList<>();
        for (EventCursor cursor = part.cursor(); cursor.next(); ) {
            assertEquals(100 + events.size(), cursor.sequence());
            events.add(cursor.event());
        }
        return events;
    }

    @Test void isTriedWithEventsOfEveryKind() {
        EveryKind.requireIn(new WildEvents(1).take(1000), "WildEvents");
    }

    @ParameterizedTest @ValueSource(ints = {0, 1, 10, 2047, 2048, 2049, 5000})
    void givesBackEveryEventInOrderOfArrival(int count) throws IOException {
        List<Event> events = new WildEvents(count).take(count);
        try (SealedPart part = open(sealed(events))) {
            assertEquals(events, events(part));
        }
    }

    @ParameterizedTest @ValueSource(ints = {1, 10, 2500})
    void saysTheSameAsThePartInMemory(int count) throws IOException {
        List<Event> events = new WildEvents(count).take(count);
        PartBuilder memory = new PartBuilder(1);
        events.forEach(event -> memory.add(memory.events() + 1, event));
        try (SealedPart part = open(sealed(events))) {
            assertEquals(List.of(memory.events(), memory.sessions(), memory.visitors()),
                    List.of(part.events(), part.sessions(), part.visitors()));
            assertEquals(List.of(memory.firstSecond(), memory.lastSecond(), memory.firstStart(), memory.lastStart()),
                    List.of(part.firstSecond(), part.lastSecond(), part.firstStart(), part.lastStart()));
            PartEvents rows =
                    new PartEvents(part, row -> events.get(row).at().toEpochMilli(), visitor -> id(part, visitor));
            assertEquals(events, rows.all());
            assertEquals(new PartEvents(memory, memory.eventRows()::time, memory.visitorIds()::text).records(),
                    rows.records());
        }
    }

    private static String id(SealedPart part, int visitor) {
        try {
            long[] high = new long[1];
            long[] low = new long[1];
            part.visitorKeys(visitor, 1, high, low);
            String id = part.isKey(visitor) ? new VisitorKey(high[0], low[0]).text() : part.visitorText(visitor);
            assertEquals(VisitorKey.of(id), new VisitorKey(high[0], low[0]));
            return id;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test void sessionsAndTextsAreSorted() throws IOException {
        try (SealedPart part = open(sealed(new WildEvents(5).take(3000)))) {
            long[] high = new long[part.sessions()];
            long[] low = new long[part.sessions()];
            part.sessionIds(0, high.length, high, low);
            for (int i = 1; i < high.length; i++) {
                int order = Long.compareUnsigned(high[i - 1], high[i]);
                assertTrue(order < 0 || order == 0 && Long.compareUnsigned(low[i - 1], low[i]) <= 0);
            }
            for (Field field : Field.values()) {
                Texts texts = part.texts(field);
                for (int code = 1; code < texts.size(); code++) {
                    assertTrue(Arrays.compareUnsigned(texts.bytes(code - 1), texts.bytes(code)) < 0);
                }
            }
        }
    }

    @Test void readsAnyStretchOfAColumn() throws IOException {
        try (SealedPart part = open(sealed(new WildEvents(6).take(5000)))) {
            int[] all = new int[5000];
            part.read(EventColumn.PATH, 0, 5000, all);
            for (int from : new int[] {0, 1, 2047, 2048, 4095, 4999}) {
                for (int count : new int[] {0, 1, 2, 2048, 2049, 5000}) {
                    int most = Math.min(count, 5000 - from);
                    int[] some = new int[most];
                    part.read(EventColumn.PATH, from, most, some);
                    assertEquals(-1, Arrays.mismatch(some, 0, most, all, from, from + most));
                }
            }
        }
    }

    @Test void goesBehindASequenceNumber() throws IOException {
        PartBuilder memory = new PartBuilder(1);
        List<Event> events = new WildEvents(7).take(5000);
        events.forEach(event -> memory.add(10 + 3L * memory.events(), event));
        Path file = directory.resolve("part.columns");
        PartWriter.write(memory, 3, 10, 10 + 3 * 4999, file);
        try (SealedPart part = open(file)) {
            EventCursor cursor = part.cursor();
            for (int i = 0; i < 5000; i += 37) {
                for (int before = 1; before <= 3; before++) {
                    cursor.goBehind(10 + 3L * i - before);
                    assertTrue(cursor.next());
                    assertEquals(10 + 3L * i, cursor.sequence());
                    assertEquals(2 * i, cursor.lostBefore());
                    assertEquals(events.get(i), cursor.event());
                }
            }
            cursor.goBehind(10 + 3 * 4999);
            assertFalse(cursor.next());
        }
    }

    @Test void theSameEventsInAnotherPlaceHaveAnotherIdentity() throws IOException {
        PartBuilder memory = new PartBuilder(1);
        new WildEvents(7).take(5).forEach(event -> memory.add(1 + memory.events(), event));
        Path one = directory.resolve("one");
        Path other = directory.resolve("other");
        PartWriter.write(memory, 1, 1, 5, one);
        PartWriter.write(memory, 2, 1, 5, other);
        try (SealedPart first = open(one); SealedPart second = open(other)) {
            assertNotEquals(first.identity(), second.identity());
        }
    }
}
