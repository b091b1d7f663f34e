package prisme.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Lets a limited number in at once. Others wait in a queue as long as it moves, that is, as long as some come out.
/* When many clients send at once, all of them are served within a moment. But when the disk hangs, those who are in
 * stay in, and others who waited for them would only take up the places that health and dashboard need. A request that
 * has waited in one queue waits so much less in the next, so that some answer comes within a second. */
final class MovingQueue {
    /// When nobody has come out for this long, the queue does not move any more.
    static final Duration STANDSTILL = Duration.ofMillis(100);
    /// How long a request waits at most, in all its queues together.
    static final Duration PATIENCE = Duration.ofMillis(700);
    /// Since when the current request has been waiting, as [System#nanoTime()] has it.
    static final ScopedValue<Long> SINCE = ScopedValue.newInstance();

    private final Semaphore places;
    private final LongSupplier nanoTime;
    private volatile long lastOut;

    MovingQueue(int places) {
        this(places, System::nanoTime);
    }

    /// @param places   how many may be in at once
    /// @param nanoTime the time, as [System#nanoTime()] has it
    MovingQueue(int places, LongSupplier nanoTime) {
        this.places = new Semaphore(places, true);
        this.nanoTime = nanoTime;
        this.lastOut = nanoTime.getAsLong() - STANDSTILL.toNanos();
    }

    /// Comes in, if necessary after waiting.
    ///
    /// @return whether there was a place in time; if so, [#leave()] must follow
    boolean enter() {
        return places.tryAcquire() || moves() && waitForAPlace();
    }

    /// Goes out.
    void leave() {
        lastOut = nanoTime.getAsLong();
        places.release();
    }

    private boolean moves() {
        return nanoTime.getAsLong() - lastOut < STANDSTILL.toNanos();
    }

    private boolean waitForAPlace() {
        long now = nanoTime.getAsLong();
        long waited = now - SINCE.orElse(now);
        try {
            return places.tryAcquire(PATIENCE.toNanos() - waited, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
