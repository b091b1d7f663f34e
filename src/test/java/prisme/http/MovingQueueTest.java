package prisme.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MovingQueueTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final MovingQueue queue = new MovingQueue(2, now::get);

    @Test void letsSoManyIn() {
        assertTrue(queue.enter());
        assertTrue(queue.enter());
    }

    @Test void nobodyWaitsBehindThoseWhoDoNotComeOut() {
        queue.enter();
        queue.enter();
        assertFalse(queue.enter());
        queue.leave();
        assertTrue(queue.enter());
        now.addAndGet(MovingQueue.STANDSTILL.toNanos());
        assertFalse(queue.enter());
    }

    @Test void oneMoreWaitsWhileOthersComeOut() throws InterruptedException {
        queue.enter();
        queue.enter();
        queue.leave();
        queue.enter();
        AtomicBoolean cameIn = new AtomicBoolean();
        Thread waiting = Thread.ofVirtual().start(() -> cameIn.set(queue.enter()));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        queue.leave();
        waiting.join();
        assertTrue(cameIn.get());
    }

    @Test void whoHasWaitedElsewhereWaitsNoMoreHere() {
        queue.enter();
        queue.enter();
        queue.leave();
        queue.enter();
        long since = now.get() - MovingQueue.PATIENCE.toNanos();
        ScopedValue.where(MovingQueue.SINCE, since).run(() -> assertFalse(queue.enter()));
        queue.leave();
        ScopedValue.where(MovingQueue.SINCE, since).run(() -> assertTrue(queue.enter()));
    }
}
