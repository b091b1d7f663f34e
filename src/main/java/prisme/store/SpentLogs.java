package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// The logs of segments that were sealed a moment ago. We do not read them any more, but a program that is copying the
/// directory, and listed it before, still finds them. Those that a crash leaves behind are removed by the next start
/// ([Leftovers]). Used by one thread at a time.
final class SpentLogs {
    /// How long a log stays.
    static final Duration STAY = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final Deque<Spent> logs = new ArrayDeque<>();

    private record Spent(Segment log, long since) {}

    /// @param nanoTime the time, as [System#nanoTime()] has it
    SpentLogs(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Adds the log of a segment that has just been sealed.
    void add(Segment log) {
        logs.add(new Spent(log, nanoTime.getAsLong()));
    }

    /// Deletes those that have stayed long enough.
    ///
    /// @throws IOException when one cannot be deleted; it is tried again the next time
    void deleteOld() throws IOException {
        while (!logs.isEmpty() && nanoTime.getAsLong() - logs.getFirst().since() > STAY.toNanos()) {
            deleteFirst();
        }
    }

    /// Deletes all of them at once.
    ///
    /// @throws IOException when one cannot be deleted
    void deleteAll() throws IOException {
        while (!logs.isEmpty()) {
            deleteFirst();
        }
    }

    private void deleteFirst() throws IOException {
        Files.deleteIfExists(logs.getFirst().log().file());
        logs.removeFirst();
    }
}
