package prisme.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Lets so many in at once. One more waits in a queue while that moves; nobody waits behind those who do not come out.
/* When many clients send at once, all of them are served within a moment. When the disk hangs, those who are in stay
 * in, and to let others wait for them would only take up the places that health and dashboard need. Whoever has waited
 * in one queue waits so much less in the next, so that an answer, whatever it is, comes within a second. */
final class MovingQueue {
    /// As long as nobody has come out for so long, the queue does not move.
    static final Duration STANDSTILL = Duration.ofMillis(100);
    /// The longest wait, in all queues together that a request stands in.
    static final Duration PATIENCE = Duration.ofMillis(700);
    /// Since when a request waits, as [System#nanoTime()] has it.
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

    /// Comes in, sooner or later.
    ///
    /// @return whether it worked; then [#leave()] must follow
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
