package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.DeviceId;
import prisme.event.Event;
import prisme.event.Visit;

/// Events for tests, and what a directory holds of them.
final class StoredEvents {
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123Z");
    static final DeviceId DEVICE = new DeviceId(0x1122334455667788L, 0x99aabbccddeeff00L);
    static final UUID SESSION = UUID.fromString("019cb8b8-0e7b-7000-8000-00000000002a");

    private StoredEvents() {}

    static Visit visit() {
        return new Visit(SESSION, "example.com", "/in", "direct", "XX", Client.UNKNOWN, Campaign.NONE);
    }

    static Event.Pageview pageview(String path) {
        return new Event.Pageview(NOON, visit(), "prisme_A", path, 200, 1);
    }

    /// Page views of `/0`, `/1`, ….
    static void append(EventLog log, int count) throws StoreException {
        for (int i = 0; i < count; i++) {
            log.append(pageview("/" + i), DEVICE);
        }
    }

    /// A log in `directory` that is closed again.
    static void store(Path directory, int count) throws IOException {
        try (EventLog log = open(directory)) {
            append(log, count);
        }
    }

    static EventLog open(Path directory) throws StoreException {
        return EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT);
    }

    static List<String> paths(int from, int to) {
        List<String> paths = new ArrayList<>();
        for (int i = from; i < to; i++) {
            paths.add("/" + i);
        }
        return paths;
    }

    static List<LogRecord> read(Path directory) throws IOException {
        List<LogRecord> read = new ArrayList<>();
        new LogReader(directory, damage -> { }).read(read::add);
        return read;
    }

    static List<String> pathsIn(Path directory) throws IOException {
        return read(directory).stream().map(record -> record.event().path()).toList();
    }

    /// Damages the byte of a file at a place.
    static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    /// Seals every segment that is not written to.
    ///
    /// @param active the number of the segment that is
    /// @return how many were sealed
    static int seal(Path directory, long active) throws IOException {
        Sealing sealing = new Sealing(directory, () -> active, () -> Long.MAX_VALUE, Disk.real());
        int sealed = 0;
        while (sealing.sealOne(() -> true) instanceof Sealing.Outcome.Sealed) {
            sealed++;
        }
        return sealed;
    }

    static List<Damage> damagesIn(Path directory) throws IOException {
        List<Damage> damages = new ArrayList<>();
        Verification.of(directory, damages::add);
        return damages;
    }
}
