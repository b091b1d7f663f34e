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

class IdleDevicesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST = 20_000;

    private final IdleDevices idle = new IdleDevices(DAY.toMillis(), MOST);

    private static Device device(Session.State... sessions) {
        return new Device(List.of(sessions), false);
    }

    private static BinaryWriter encoded(Session.State... sessions) {
        BinaryWriter encoded = new BinaryWriter();
        DeviceCodec.write(device(sessions), encoded);
        return encoded;
    }

    private static DeviceId id(int number) {
        return new DeviceId(number, 0);
    }

    @Test void aDeviceComesBackAsItWent() {
        List<Session.State> sessions = List.of(session("/\u00fcber", NOW), session("/b", NOW.minusMillis(1)));
        idle.put(id(1), new Device(sessions, true));
        Device back = idle.take(id(1)).orElseThrow();
        assertEquals(sessions, back.states());
        assertTrue(back.mayHaveEarlier());
        idle.put(id(1), new Device(sessions, false));
        assertFalse(idle.look(id(1)).orElseThrow().mayHaveEarlier());
    }

    @Test void anEncodedDeviceIsAddedUnlessItIsHereOrTooLarge() {
        Session.State first = session("/a", NOW);
        assertTrue(idle.put(id(1), encoded(first)));
        assertFalse(idle.put(id(1), encoded(session("/b", NOW), session("/c", NOW))));
        assertFalse(idle.put(id(2), encoded(session("/" + "x".repeat(MOST / 2), NOW))));
        assertEquals(List.of(first), idle.look(id(1)).orElseThrow().states());
        assertEquals(2, idle.count() + idle.sessions());
    }

    @Test void aDeviceThatIsTakenIsNotHereAnyMore() {
        idle.put(id(1), device(session("/a", NOW)));
        assertEquals(1, idle.count());
        idle.take(id(1));
        assertEquals(Optional.empty(), idle.take(id(1)));
        assertEquals(0, idle.count() + idle.sessions());
    }

    @Test void theDeviceAddedLongestAgoMakesRoom() {
        IntStream.range(0, 1000).forEach(i -> idle.put(id(i), device(session("/a", NOW))));
        int kept = idle.count();
        assertTrue(kept > MOST / 400 && kept < MOST / 100, "kept " + kept);
        assertEquals(IntStream.range(1000 - kept, 1000).mapToObj(IdleDevicesTest::id).toList(), idle.ids());
        idle.put(id(1000 - kept), idle.take(id(1000 - kept)).orElseThrow());
        idle.put(id(1000), device(session("/a", NOW)));
        assertTrue(idle.look(id(1000 - kept)).isPresent());
        assertTrue(idle.look(id(1001 - kept)).isEmpty());
        assertEquals(kept, idle.sessions());
    }

    @Test void aDeviceWhoseSessionsAreOverIsForgotten() {
        idle.put(id(1), device(session("/a", NOW)));
        idle.put(id(2), device(session("/a", NOW.plus(DAY)), session("/b", NOW)));
        assertEquals(2, idle.count());
        idle.put(id(3), device(session("/a", NOW.plus(DAY).plusMillis(1))));
        assertEquals(List.of(id(2), id(3)), idle.ids());
    }

    @Test void oneDeviceDoesNotTakeAllOfTheMemory() {
        idle.put(id(1), device(session("/a", NOW)));
        idle.put(id(2), device(IntStream.range(0, 8).mapToObj(i -> session("/" + "x".repeat(2000) + i, NOW))
                .toArray(Session.State[]::new)));
        assertTrue(idle.look(id(1)).isPresent());
        List<Session.State> left = idle.look(id(2)).orElseThrow().states();
        assertEquals(4, left.size());
        assertTrue(left.getLast().latestPath().endsWith("7"));
        idle.put(id(3), device(session("/" + "x".repeat(MOST), NOW)));
        assertTrue(idle.look(id(3)).isEmpty());
    }
}
