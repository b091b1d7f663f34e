package prisme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import prisme.demo.Traffic;
import prisme.event.Event;
import prisme.store.Damage;
import prisme.store.EventLog;
import prisme.store.Housekeeper;
import prisme.store.Retention;
import prisme.store.SyncPolicy;
import prisme.watch.Exposed;

class StoreMetricsTest {
    private static final int EVENTS = 1000;
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    private final Damages damages = new Damages();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    @TempDir Path directory;
    private EventLog log;
    private Housekeeper housekeeper;

    @BeforeEach void open() throws IOException {
        log = EventLog.open(directory, new SyncPolicy.Always(), EventLog.SMALLEST_SEGMENT);
        housekeeper = new Housekeeper(log, () -> Long.MAX_VALUE, new Retention.For(Duration.ofDays(365)), now::get,
                new Housekeeper.Told(damages, failure -> { }));
    }

    @AfterEach void close() throws IOException {
        housekeeper.close();
        log.close();
    }

    private void has(String line) {
        String text = Exposed.text(new StoreMetrics(log, housekeeper, damages));
        assertTrue(text.lines().anyMatch(line::equals), text);
    }

    private void store(int count) throws IOException {
        Iterator<Event> traffic = Traffic.of(3, START, 30, 2000).events();
        for (int i = 0; i < count; i++) {
            log.append(traffic.next());
        }
    }

    private long sealAll() throws IOException {
        long sealed = 0;
        while (housekeeper.sealOne()) {
            sealed++;
        }
        return sealed;
    }

    /// Of segments in this form; the logs of sealed ones stay for a while.
    private long bytes(String form) throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(directory, "events-*." + form)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean isSpent = Files.exists(file.resolveSibling(name.replace(".log", ".columns")));
                bytes += form.equals("log") && isSpent ? 0 : Files.size(file);
            }
        }
        return bytes;
    }

    @Test void countsEventsAndTheirSyncs() throws IOException {
        long syncs = log.syncs().count();
        store(3);
        has("prisme_store_events_total 3");
        has("prisme_store_fsyncs_total " + (syncs + 3));
        has("prisme_store_fsync_seconds_total " + log.syncs().time().toNanos() / 1e9);
    }

    @Test void knowsTheSegmentsOfEachForm() throws IOException {
        store(EVENTS);
        has("prisme_store_segments{form=\"columns\"} 0");
        long sealed = sealAll();
        has("prisme_store_segments_sealed_total " + sealed);
        has("prisme_store_segments{form=\"columns\"} " + sealed);
        has("prisme_store_segments{form=\"log\"} 1");
        has("prisme_store_bytes{form=\"columns\"} " + bytes("columns"));
        has("prisme_store_bytes{form=\"log\"} " + bytes("log"));
    }

    @Test @Timeout(60) void countsWhatIsDroppedForItsAge() throws IOException, InterruptedException {
        store(EVENTS);
        long sealed = sealAll();
        has("prisme_store_segments_dropped_total 0");
        now.set(START.plus(Duration.ofDays(500)));
        housekeeper.start();
        while (housekeeper.dropped() < sealed) {
            Thread.sleep(1);
        }
        has("prisme_store_segments_dropped_total " + sealed);
        has("prisme_store_segments{form=\"columns\"} 0");
    }

    @Test void countsDamagedPlaces() {
        damages.count(new Damage(directory, 0, 1, "a block is unreadable"));
        has("prisme_store_damaged_places_total 1");
    }

    @Test void leavesOutTheSizeOfADirectoryThatCannotBeListed() throws IOException {
        Path gone = directory.resolve("gone");
        EventLog ended = EventLog.open(gone, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT);
        ended.close();
        try (var files = Files.newDirectoryStream(gone)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(gone);
        String text = Exposed.text(new StoreMetrics(ended, housekeeper, damages));
        assertTrue(text.contains("prisme_store_events_total 0\n"), text);
        assertTrue(!text.contains("prisme_store_segments{"), text);
    }
}
