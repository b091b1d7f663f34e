package prisme.threads;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UninterruptiblyTest {
    private final CountDownLatch toldToEnd = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(() -> {
        try {
            toldToEnd.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    });

    @Test void doesNotWaitForAThreadThatNeverBegan() {
        Uninterruptibly.join(thread);
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test void waitsOnWhereItIsInterruptedAndRemembersIt() throws InterruptedException {
        thread.start();
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        boolean[] isInterrupted = new boolean[1];
        Thread waiting = Thread.ofPlatform().daemon().start(() -> {
            Thread.currentThread().interrupt();
            interrupted.countDown();
            Uninterruptibly.join(thread);
            isInterrupted[0] = Thread.currentThread().isInterrupted() && !thread.isAlive();
            over.countDown();
        });
        interrupted.await();
        while (waiting.isInterrupted()) {
            Thread.onSpinWait();
        }
        toldToEnd.countDown();
        over.await();
        assertTrue(isInterrupted[0]);
    }
}
