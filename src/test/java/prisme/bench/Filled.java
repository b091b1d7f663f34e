package prisme.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import prisme.columns.PartBuilder;
import prisme.columns.PartWriter;
import prisme.demo.Traffic;
import prisme.event.Event;

/// A data directory with a month of made-up traffic, all of it packed.
///
/// @param directory where it is
/// @param events    how many events are in it
/// @param bytes     how many bytes they take
record Filled(Path directory, long events, long bytes) {
    /// The parameters of a question for that month.
    static final String RANGE = "from=2026-01-01&to=2026-01-30";

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 30;
    private static final int EVENTS_IN_A_SEGMENT = 250_000;

    static Filled with(long pageviews) throws IOException {
        Path directory = Files.createTempDirectory("bench");
        Iterator<Event> events = Traffic.of(1, START, DAYS, pageviews).events();
        long sequence = 0;
        long bytes = 0;
        for (long number = 1; events.hasNext(); number++) {
            PartBuilder part = new PartBuilder(number);
            long first = sequence + 1;
            while (events.hasNext() && part.events() < EVENTS_IN_A_SEGMENT) {
                part.add(++sequence, events.next());
            }
            Path file = directory.resolve("events-%08d.columns".formatted(number));
            PartWriter.write(part, number, first, sequence, file);
            bytes += Files.size(file);
        }
        return new Filled(directory, sequence, bytes);
    }
}
