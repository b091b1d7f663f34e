package prisme.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MovingLineTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final MovingLine line = new MovingLine(2, now::get);

    @Test void letsSoManyIn() {
        assertTrue(line.enter());
        assertTrue(line.enter());
    }

    @Test void nobodyWaitsBehindThoseWhoDoNotComeOut() {
        line.enter();
        line.enter();
        assertFalse(line.enter());
        line.leave();
        assertTrue(line.enter());
        now.addAndGet(MovingLine.STANDSTILL.toNanos());
        assertFalse(line.enter());
    }

    @Test void oneMoreWaitsWhileOthersComeOut() throws InterruptedException {
        line.enter();
        line.enter();
        line.leave();
        line.enter();
        AtomicBoolean cameIn = new AtomicBoolean();
        Thread waiting = Thread.ofVirtual().start(() -> cameIn.set(line.enter()));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        line.leave();
        waiting.join();
        assertTrue(cameIn.get());
    }

    @Test void whoHasWaitedElsewhereWaitsNoMoreHere() {
        line.enter();
        line.enter();
        line.leave();
        line.enter();
        long since = now.get() - MovingLine.PATIENCE.toNanos();
        ScopedValue.where(MovingLine.SINCE, since).run(() -> assertFalse(line.enter()));
        line.leave();
        ScopedValue.where(MovingLine.SINCE, since).run(() -> assertTrue(line.enter()));
    }
}
