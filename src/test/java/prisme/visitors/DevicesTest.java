package prisme.visitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.DeviceId;
import prisme.event.Visit;

class DevicesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final DeviceId ID = new DeviceId(1, 2);

    private final Devices devices = new Devices(DAY.toMillis(), 1 << 20);

    static Session.State session(String path, Instant at) {
        Visit visit = new Visit(UUID.randomUUID(), "example.com", "/", "Direct", "DE",
                new Client("Firefox", "Linux", "Other"), Campaign.NONE);
        return new Session.State(visit, "prisme_1", path, 3, at);
    }

    private void view(DeviceId id, String path) {
        devices.use(id, device -> {
            device.add(Session.of(session(path, NOW)), 64);
            return true;
        });
    }

    private List<String> paths(DeviceId id) {
        return devices.look(id).stream().flatMap(device -> device.states().stream())
                .map(Session.State::latestPath).toList();
    }

    @Test void keepsADeviceThatHasASession() {
        view(ID, "/a");
        view(ID, "/b");
        assertEquals(List.of("/a", "/b"), paths(ID));
        assertEquals(1, devices.count());
        assertEquals(2, devices.sessions());
    }

    @Test void keepsNoDeviceWithoutASession() throws IOException {
        devices.use(ID, Device::isEmpty);
        assertThrows(IOException.class, () -> devices.use(ID, _ -> {
            throw new IOException("disk full");
        }));
        assertEquals(0, devices.count());
        assertEquals(Optional.empty(), devices.look(ID));
    }

    @Test void allWhoUseADeviceShareIt() {
        view(ID, "/a");
        devices.use(ID, one -> {
            view(ID, "/b");
            devices.use(ID, other -> {
                assertSame(one, other);
                return true;
            });
            assertSame(one, devices.look(ID).orElseThrow());
            assertEquals(1, devices.count());
            return true;
        });
        assertEquals(List.of("/a", "/b"), paths(ID));
        assertNotSame(devices.look(ID).orElseThrow(), devices.look(ID).orElseThrow());
    }

    @Test void visitsEveryDeviceWhetherInUseOrNot() {
        view(ID, "/a");
        view(new DeviceId(2, 2), "/b");
        List<DeviceId> seen = new ArrayList<>();
        devices.use(ID, _ -> {
            devices.each((id, _) -> seen.add(id));
            return true;
        });
        assertEquals(List.of(ID, new DeviceId(2, 2)), seen);
    }

    @Test void forgetsAllAtOnce() {
        view(ID, "/a");
        devices.clear();
        assertEquals(0, devices.count() + devices.sessions());
    }
}
