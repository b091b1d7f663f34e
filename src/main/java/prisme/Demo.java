package prisme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import prisme.demo.Traffic;
import prisme.event.Event;
import prisme.store.EventLog;
import prisme.store.StoreException;
import prisme.store.SyncPolicy;

/// `serve --demo`: two months of made-up traffic of made-up sites, in a directory that is deleted when the server ends.
/// The traffic continues while the server runs.
final class Demo {
    /// The made-up sites, the most visited one first.
    static final List<String> SITES = List.of("example.com", "docs.example.com", "shop.example.com");
    private static final long SEED = 7;
    private static final int DAYS_BEFORE = 62;
    private static final int DAYS = DAYS_BEFORE + 31;
    private static final long PAGEVIEWS_A_DAY = 2_000;
    private static final int BATCH = 1_000;
    private static final long SEGMENT = 16 << 20;

    private final Path directory;
    private final Instant now;
    private final Iterator<Event> events;
    private Event next;

    private Demo(Path directory, Instant now, Iterator<Event> events) {
        this.directory = directory;
        this.now = now;
        this.events = events;
        this.next = events.next();
    }

    /// Makes an empty directory.
    static Demo at(Instant now) throws IOException {
        Instant start = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS_BEFORE));
        Traffic traffic = new Traffic(SEED, start, DAYS, DAYS * PAGEVIEWS_A_DAY, SITES);
        return new Demo(Files.createTempDirectory("prisme-demo-"), now, traffic.events());
    }

    /// Stores all events up to now in the directory.
    void fill() throws IOException {
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Never(), SEGMENT)) {
            storeUntilNow(log);
        }
    }

    /// The arguments for the server: those that were given, with the flags that the demo sets.
    Arguments on(Arguments given) {
        Map<String, String> flags = new HashMap<>(given.flags());
        flags.put("data.dir", directory.toString());
        flags.put("store.fsync", "never");
        flags.put("dashboard.public", "true");
        flags.putIfAbsent("admin.hostport", "");
        flags.put("origins", given.value("origins").orElse("localhost") + "," + String.join(",", SITES));
        return new Arguments(flags, given.operands());
    }

    /// From now on, passes on each event at its time, on a thread of its own, until `sink` fails.
    void goOn(Sink sink, InstantSource clock) {
        Thread.ofVirtual().name("demo").start(() -> {
            try {
                for (; events.hasNext(); next = events.next()) {
                    Thread.sleep(Duration.between(clock.instant(), next.at()));
                    sink.take(next);
                }
            } catch (InterruptedException | StoreException _) {
                /* The server ends, and the demo with it. */
            }
        });
    }

    /// Receives the events of a demo.
    interface Sink {
        void take(Event event) throws StoreException;
    }

    /// Deletes the directory.
    void remove() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void storeUntilNow(EventLog log) throws StoreException {
        List<Event> batch = new ArrayList<>();
        for (; !next.at().isAfter(now); next = events.next()) {
            batch.add(next);
            if (batch.size() == BATCH) {
                log.append(batch);
                batch.clear();
            }
        }
        log.append(batch);
    }
}
