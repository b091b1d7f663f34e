package prisme.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Reads on where a long body was refused and throws away what comes, for clients that look for the answer only when
/// they have sent everything: as long as 64 KiB come in each second ([Unread]), and ten seconds at most.
/* Anybody may be refused. So few are read on from at a time, whatever they send; for one more there is no such care.
 * And each is read slowly enough to leave the processors to others: a virtual thread that never waits gives its own
 * to nobody. */
final class Remainder {
    /// How long to read at most.
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int PAUSE_MILLIS = 1;

    private final Semaphore places;
    private final BooleanSupplier isTime;
    private final LongSupplier nanoTime;

    /// @param most   of how many clients at a time
    /// @param isTime false when there is no time for it any more
    Remainder(int most, BooleanSupplier isTime) {
        this(most, isTime, System::nanoTime);
    }

    /// @param nanoTime the time, as [System#nanoTime()] has it
    Remainder(int most, BooleanSupplier isTime, LongSupplier nanoTime) {
        this.places = new Semaphore(most);
        this.isTime = isTime;
        this.nanoTime = nanoTime;
    }

    /// Throws away what comes, to the end or as far as it is worth.
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
