package prisme.threads;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FairSemaphoreTest {
    private static boolean isGiven(CountDownLatch permit) {
        return permit.getCount() == 0;
    }

    @Test void givesPermitsAtOnceWhileThereAreSome() {
        FairSemaphore semaphore = new FairSemaphore(2);
        assertTrue(isGiven(semaphore.ask()));
        assertTrue(isGiven(semaphore.ask()));
        assertFalse(isGiven(semaphore.ask()));
    }

    @Test void givesPermitsInTheOrderOfAsking() {
        FairSemaphore semaphore = new FairSemaphore(1);
        CountDownLatch now = semaphore.ask();
        CountDownLatch first = semaphore.ask();
        CountDownLatch second = semaphore.ask();
        semaphore.leave(now);
        assertTrue(isGiven(first));
        assertFalse(isGiven(second));
        semaphore.leave(first);
        assertTrue(isGiven(second));
        semaphore.leave(second);
        assertTrue(isGiven(semaphore.ask()));
    }

    @Test void hasNoMorePermitsAfterSomebodyHasLeftTheQueue() {
        FairSemaphore semaphore = new FairSemaphore(1);
        CountDownLatch now = semaphore.ask();
        CountDownLatch first = semaphore.ask();
        CountDownLatch second = semaphore.ask();
        semaphore.leave(first);
        assertFalse(isGiven(second));
        semaphore.leave(now);
        assertTrue(isGiven(second));
        assertFalse(isGiven(semaphore.ask()));
    }
}
