package prisme.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// A place for each request that is served. They are given in the order in which they are asked for.
/* Answers that nobody takes can take up all places before their threads are seen to wait, and then no further one
 * enters the [WaitingRoom] that cuts them off. So whoever is at the head of the line looks after that. Only he looks:
 * were each to look for himself and stand in line again, who comes later would overtake who waits. */
final class Places {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Semaphore free;
    private final Consumer<Duration> makeWay;
    /// Held by whoever is at the head of the line.
    private final ReentrantLock head = new ReentrantLock(true);

    /// @param count   how many there are
    /// @param makeWay cuts off a client that has been waited for at least so long
    Places(int count, Consumer<Duration> makeWay) {
        this.free = new Semaphore(count, true);
        this.makeWay = makeWay;
    }

    /// Takes one, when all who have come before have theirs. Then [#release()] must follow.
    void take() {
        if (!head.isLocked() && !head.hasQueuedThreads() && free.tryAcquire()) {
            return;
        }
        head.lock();
        try {
            while (!comes()) {
                makeWay.accept(LOOK);
            }
        } finally {
            head.unlock();
        }
    }

    /// Gives it back.
    void release() {
        free.release();
    }

    private boolean comes() {
        try {
            return free.tryAcquire(LOOK.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            return false;  // meant for a client of before
        }
    }
}
