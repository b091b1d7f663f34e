package prisme.visitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static prisme.visitors.DevicesTest.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prisme.event.DeviceId;

class RestingTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST = 20_000;

    private final Resting resting = new Resting(DAY.toMillis(), MOST);

    private static Device device(Session.State... sessions) {
        return new Device(List.of(sessions), false);
    }

    private static FormWriter form(Session.State... sessions) {
        FormWriter form = new FormWriter();
        DeviceForm.write(device(sessions), form);
        return form;
    }

    private static DeviceId id(int number) {
        return new DeviceId(number, 0);
    }

    @Test void aDeviceComesBackAsItWent() {
        List<Session.State> sessions = List.of(session("/\u00fcber", NOW), session("/b", NOW.minusMillis(1)));
        resting.put(id(1), new Device(sessions, true));
        Device back = resting.take(id(1)).orElseThrow();
        assertEquals(sessions, back.states());
        assertTrue(back.mayHaveEarlier());
        resting.put(id(1), new Device(sessions, false));
        assertFalse(resting.look(id(1)).orElseThrow().mayHaveEarlier());
    }

    @Test void aDeviceComesAsItRestedElsewhereUnlessItIsHere() {
        Session.State first = session("/a", NOW);
        assertTrue(resting.put(id(1), form(first)));
        assertFalse(resting.put(id(1), form(session("/b", NOW), session("/c", NOW))));
        assertFalse(resting.put(id(2), form(session("/" + "x".repeat(MOST / 2), NOW))));
        assertEquals(List.of(first), resting.look(id(1)).orElseThrow().states());
        assertEquals(2, resting.count() + resting.sessions());
    }

    @Test void whatIsTakenIsNotHereAnyMore() {
        resting.put(id(1), device(session("/a", NOW)));
        assertEquals(1, resting.count());
        resting.take(id(1));
        assertEquals(Optional.empty(), resting.take(id(1)));
        assertEquals(0, resting.count() + resting.sessions());
    }

    @Test void whoCameLongestAgoMakesRoom() {
        IntStream.range(0, 1000).forEach(i -> resting.put(id(i), device(session("/a", NOW))));
        int kept = resting.count();
        assertTrue(kept > MOST / 400 && kept < MOST / 100, "kept " + kept);
        assertEquals(IntStream.range(1000 - kept, 1000).mapToObj(RestingTest::id).toList(), resting.ids());
        resting.put(id(1000 - kept), resting.take(id(1000 - kept)).orElseThrow());
        resting.put(id(1000), device(session("/a", NOW)));
        assertTrue(resting.look(id(1000 - kept)).isPresent());
        assertTrue(resting.look(id(1001 - kept)).isEmpty());
        assertEquals(kept, resting.sessions());
    }

    @Test void whoHasBeenQuietForTooLongIsForgotten() {
        resting.put(id(1), device(session("/a", NOW)));
        resting.put(id(2), device(session("/a", NOW.plus(DAY)), session("/b", NOW)));
        assertEquals(2, resting.count());
        resting.put(id(3), device(session("/a", NOW.plus(DAY).plusMillis(1))));
        assertEquals(List.of(id(2), id(3)), resting.ids());
    }

    @Test void oneDeviceDoesNotTakeAllOfTheMemory() {
        resting.put(id(1), device(session("/a", NOW)));
        resting.put(id(2), device(IntStream.range(0, 8).mapToObj(i -> session("/" + "x".repeat(2000) + i, NOW))
                .toArray(Session.State[]::new)));
        assertTrue(resting.look(id(1)).isPresent());
        List<Session.State> left = resting.look(id(2)).orElseThrow().states();
        assertEquals(4, left.size());
        assertTrue(left.getLast().latestPath().endsWith("7"));
        resting.put(id(3), device(session("/" + "x".repeat(MOST), NOW)));
        assertTrue(resting.look(id(3)).isEmpty());
    }
}
