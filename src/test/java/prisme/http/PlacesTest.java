package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PlacesTest {
    private static final int LOOKS = 3;

    private final Semaphore looks = new Semaphore(0);
    private final BlockingQueue<Integer> order = new LinkedBlockingQueue<>();

    /// Takes a place and keeps it, once it has one.
    private Thread takes(Places places, int number) {
        return Thread.ofPlatform().start(() -> {
            places.take();
            order.add(number);
        });
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test void nobodyWaitsWhileThereAreSome() {
        Places places = new Places(2, _ -> looks.release());
        places.take();
        places.take();
        places.release();
        places.take();
        assertEquals(0, looks.availablePermits());
    }

    @Test void whoHasWaitedLongestIsNext() throws InterruptedException {
        Places places = new Places(1, _ -> looks.release());
        places.take();
        List<Thread> waiting = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            Thread thread = takes(places, number);
            awaitWaiting(thread);
            waiting.add(thread);
            looks.acquire(LOOKS);  // the line is looked after meanwhile, and keeps its order
        }
        for (int number = 0; number < waiting.size(); number++) {
            places.release();
            assertEquals(number, order.take());
        }
    }

    @Test void whoHeadsTheLineAloneSeesToItThatOthersMakeWay() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        BlockingQueue<Integer> most = new LinkedBlockingQueue<>();
        Places places = new Places(1, least -> {
            assertTrue(least.compareTo(Duration.ZERO) > 0);
            most.add(atOnce.incrementAndGet());
            Thread.yield();
            atOnce.decrementAndGet();
        });
        places.take();
        for (int number = 0; number < 8; number++) {
            awaitWaiting(takes(places, number));
        }
        for (int look = 0; look < LOOKS; look++) {
            assertEquals(1, most.take());
        }
        for (int number = 0; number < 8; number++) {
            places.release();
            order.take();
        }
    }

    @Test void whoComesAgainStandsBehindThoseWhoWait() throws InterruptedException {
        Places places = new Places(1, _ -> looks.release());
        places.take();
        Thread.ofPlatform().start(() -> {
            places.take();
            order.add(1);
            places.release();
            places.take();
            order.add(3);
        });
        looks.acquire();
        awaitWaiting(Thread.ofPlatform().start(() -> {
            places.take();
            order.add(2);
            places.release();
        }));
        places.release();
        for (int number = 1; number <= 3; number++) {
            assertEquals(number, order.take());
        }
    }

    @Test void anInterruptMeantForAnotherTakesNobodysPlaceInTheLine() throws InterruptedException {
        Places places = new Places(1, _ -> looks.release());
        places.take();
        Thread first = takes(places, 1);
        looks.acquire();
        Thread second = takes(places, 2);
        awaitWaiting(second);
        first.interrupt();
        second.interrupt();
        looks.acquire(LOOKS);
        places.release();
        assertEquals(1, order.take());
        places.release();
        assertEquals(2, order.take());
    }
}
