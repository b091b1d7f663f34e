package prisme.columns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

class PartBuilderTest {
    private static final UUID SESSION = UUID.fromString("019cb8b8-0e7b-7000-8000-00000000002a");
    private static final Visit VISIT = visit(SESSION);

    private static Visit visit(UUID session) {
        return new Visit(session, "example.com", "/in", "direct", "XX", Client.UNKNOWN, Campaign.NONE);
    }

    private static Event.Pageview view(String visitor, String path, int version) {
        return new Event.Pageview(Instant.ofEpochMilli(10_000 + version * 1500L), VISIT, visitor, path, 200, version);
    }

    private static PartBuilder part(Event... events) {
        PartBuilder part = new PartBuilder(7);
        for (Event event : events) {
            part.add(part.events() + 1, event);
        }
        return part;
    }

    @Test void aRowIsAsOfItsLastPageview() {
        PartBuilder part = part(view("joe", "/1", 1), view("joe", "/3", 3), view("joe", "/2", 2));
        assertEquals(1, part.sessions());
        assertEquals("/3", exitPath(part, 0));
        assertEquals(List.of(3, 200),
                List.of(value(part, SessionColumn.VERSION, 0), value(part, SessionColumn.EXIT_STATUS, 0)));
        long[] exit = new long[1];
        part.exits(0, 1, exit);
        assertEquals(14, exit[0]);
    }

    @Test void aRowWithoutPageviewHasVersionZero() {
        PartBuilder part = part(new Event.Custom(Instant.ofEpochMilli(5), VISIT, "joe", "/", "buy", "{}"));
        assertEquals(0, value(part, SessionColumn.VERSION, 0));
        part.add(2, view("joe", "/1", 1));
        assertEquals(List.of(1, 1), List.of(part.sessions(), value(part, SessionColumn.VERSION, 0)));
    }

    @Test void aSessionHasARowForEachVisitorId() {
        PartBuilder part = part(view("joe", "/1", 1), view("ann", "/2", 2), view("joe", "/3", 3));
        assertEquals(List.of(2, 2), List.of(part.sessions(), part.visitors()));
        assertEquals(List.of(3, 2),
                List.of(value(part, SessionColumn.VERSION, 0), value(part, SessionColumn.VERSION, 1)));
    }

    @Test void ofEqualVersionsTheOneThatArrivedLastIsInTheLaterRow() {
        PartBuilder part = part(view("joe", "/1", 1), view("ann", "/2", 1), view("joe", "/3", 1), view("joe", "/4", 1));
        assertEquals("/4", exitPath(part, part.sessions() - 1));
        assertEquals(3, part.sessions());
    }

    @Test void tellsWhetherSessionsAscendUnsigned() {
        assertTrue(part(at(1, -1), at(-1, 1), at(-1, 2), at(-1, -1)).isSorted());
        assertFalse(part(at(-1, 1), at(1, 1)).isSorted());
        assertFalse(part(at(1, -1), at(1, 1)).isSorted());
    }

    private static Event at(long high, long low) {
        return new Event.Pageview(Instant.EPOCH, visit(new UUID(high, low)), "v", "/", 200, 1);
    }

    @Test void cutsTimesToTheSecondBelow() {
        PartBuilder part = part(new Event.Custom(Instant.ofEpochMilli(-1), VISIT, "joe", "/", "buy", "{}"),
                new Event.Custom(Instant.ofEpochMilli(1999), VISIT, "joe", "/", "buy", "{}"));
        long[] times = new long[2];
        part.times(0, 2, times);
        assertArrayEquals(new long[] {-1, 1}, times);
        assertEquals(List.of(-1L, 1L), List.of(part.firstSecond(), part.lastSecond()));
        long start = SESSION.getMostSignificantBits() >>> 16;
        assertEquals(List.of(start / 1000, start / 1000), List.of(part.firstStart(), part.lastStart()));
    }

    @Test void anIdThatLooksLikeAnotherOnesKeyIsAnother() {
        String likeJoe = VisitorKey.of("joe").text();
        PartBuilder part = part(view("joe", "/1", 1), view(likeJoe, "/1", 2), view("joe", "/1", 3));
        assertEquals(2, part.visitors());
        assertEquals(List.of("joe", likeJoe), List.of(part.visitorIds().text(0), part.visitorIds().text(1)));
    }

    @ParameterizedTest @ValueSource(ints = {1, 10, 3000})
    void givesBackEveryEventAndTheRecordOfEverySession(int count) {
        List<Event> events = new WildEvents(count).take(count);
        PartBuilder part = part(events.toArray(Event[]::new));
        Map<UUID, Event.Pageview> records = new HashMap<>();
        for (Event event : events) {
            if (event instanceof Event.Pageview view) {
                records.merge(view.visit().session(), view, (old, now) -> now.version() >= old.version() ? now : old);
            }
        }
        assertEquals(events, new PartEvents(part, part.eventRows()::time, part.visitorIds()::text).all());
        assertEquals(records, new PartEvents(part, part.eventRows()::time, part.visitorIds()::text).records());
    }

    private static int value(Part part, SessionColumn column, int row) {
        int[] value = new int[1];
        part.read(column, row, 1, value);
        return value[0];
    }

    private static String exitPath(Part part, int row) {
        return part.texts(Field.PATH).text(value(part, SessionColumn.EXIT_PATH, row));
    }
}
