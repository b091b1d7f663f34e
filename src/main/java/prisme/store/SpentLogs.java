package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// The logs of segments that were sealed a moment ago. Nobody here reads them any more, but who copies the directory,
/// and has read its names before, still finds what he looks for. What a crash leaves of them the next start removes
/// ([Leftovers]). Used by one thread at a time.
final class SpentLogs {
    /// How long one stays.
    static final Duration STAY = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final Deque<Spent> logs = new ArrayDeque<>();

    private record Spent(Segment log, long since) {}

    /// @param nanoTime the time, as [System#nanoTime()] has it
    SpentLogs(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// One whose segment has been sealed just now.
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

    /// Deletes all, as nothing is to be done later.
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
