package prisme.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Reads and discards the rest of a long body that was refused, for clients that look for the answer only when they
/// have sent everything. It goes on for ten seconds at most, as long as at least 64 KiB come in each second ([Unread]).
/* Anybody can be refused, so this is done for only a few clients at a time; other connections are closed at once. And
 * between two pieces it pauses, to leave the processors to others: a virtual thread that never waits keeps its
 * processor. */
final class Remainder {
    /// How long to read at most.
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int PAUSE_MILLIS = 1;

    private final Semaphore places;
    private final BooleanSupplier isTime;
    private final LongSupplier nanoTime;

    /// @param most   for how many clients this is done at a time
    /// @param isTime is asked before each piece; false ends it
    Remainder(int most, BooleanSupplier isTime) {
        this(most, isTime, System::nanoTime);
    }

    /// @param nanoTime the time, as [System#nanoTime()] has it
    Remainder(int most, BooleanSupplier isTime, LongSupplier nanoTime) {
        this.places = new Semaphore(most);
        this.isTime = isTime;
        this.nanoTime = nanoTime;
    }

    /// Discards what comes, to the end or as far as described above. Returns at once when too many others do the same.
    ///
    /// @throws IOException when the client goes away, or is too slow
    void discard(InputStream in) throws IOException {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            long start = nanoTime.getAsLong();
            while (isTime.getAsBoolean() && nanoTime.getAsLong() - start < LONGEST.toNanos() && piece(in)) {
                pause();
            }
        } finally {
            places.release();
        }
    }

    private static boolean piece(InputStream in) throws IOException {
        try (Deadline _ = Deadline.in(Unread.MAX_TIME)) {
            return Unread.discard(in);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("what is left of the body came too slowly");
        }
    }
}
