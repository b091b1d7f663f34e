package prisme.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The places for requests that are being served. They are given in the order in which they are asked for.
/* Answers that their clients do not take can use up all places before their threads are seen to wait. Then no further
 * request would enter the [WaitingRoom], which cuts such clients off. So whoever is at the head of the queue has that
 * done. Only the head does it: if each waiting thread did, and queued again afterwards, others would overtake it. */
final class Places {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Semaphore free;
    private final Consumer<Duration> makeWay;
    /// Held by the thread at the head of the queue.
    private final ReentrantLock head = new ReentrantLock(true);

    /// @param count   how many there are
    /// @param makeWay cuts off a client that has kept a thread waiting for at least this long
    Places(int count, Consumer<Duration> makeWay) {
        this.free = new Semaphore(count, true);
        this.makeWay = makeWay;
    }

    /// Takes a place, after all who have asked before. Then [#release()] must follow.
    void take() {
        if (!head.isLocked() && !head.hasQueuedThreads() && free.tryAcquire()) {
            return;
        }
        head.lock();
        try {
            while (!awaitPlace()) {
                makeWay.accept(LOOK);
            }
        } finally {
            head.unlock();
        }
    }

    /// Gives a place back.
    void release() {
        free.release();
    }

    private boolean awaitPlace() {
        try {
            return free.tryAcquire(LOOK.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            return false;  // it was meant for a previous client of this thread
        }
    }
}
