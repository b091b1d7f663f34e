package prisme.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongWorkTest {
    private static final LongWork.Work NOTHING = () -> { };

    private static Thread start(LongWork works, LongWork.Work work) {
        return start(works, work, NOTHING);
    }

    private static Thread start(LongWork works, LongWork.Work work, LongWork.Work waiting) {
        return Thread.startVirtualThread(() -> {
            try {
                works.run(work, waiting);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void await(CountDownLatch latch) throws InterruptedIOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
    }

    @Test void leavesVirtualThreadsTheirTurn() throws InterruptedException {
        int most = Runtime.getRuntime().availableProcessors() + 1;
        LongWork works = new LongWork("long", most);
        AtomicBoolean isTheirTurn = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(most);
        List<Thread> computing = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            computing.add(start(works, () -> {
                begun.countDown();
                while (!isTheirTurn.get()) {
                    Thread.onSpinWait();
                }
            }));
        }
        begun.await();
        Thread.startVirtualThread(() -> isTheirTurn.set(true));
        for (Thread each : computing) {
            each.join();
        }
    }

    @Test void doesSoMuchAtOnceAndTheRestAfterwards() throws InterruptedException {
        LongWork works = new LongWork("long", 2);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            threads.add(start(works, () -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                Thread.yield();
                atOnce.decrementAndGet();
                done.incrementAndGet();
            }));
        }
        for (Thread each : threads) {
            each.join();
        }
        assertEquals(20, done.get());
        assertTrue(most.get() <= 2, most::toString);
    }

    /* The one that has waited longest is just calling `waiting` when its turn comes. */
    @Test void overtakesNobodyWhoDoesSomethingWhileHeWaits() throws InterruptedException {
        LongWork works = new LongWork("long", 1, Duration.ofMillis(1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch isBusy = new CountDownLatch(1);
        CountDownLatch isFree = new CountDownLatch(1);
        AtomicInteger waited = new AtomicInteger();
        List<String> done = new CopyOnWriteArrayList<>();
        Thread now = start(works, () -> {
            begun.countDown();
            await(end);
        });
        begun.await();
        Thread first = start(works, () -> done.add("first"), () -> {
            isBusy.countDown();
            await(isFree);
        });
        isBusy.await();
        Thread second = start(works, () -> done.add("second"), waited::incrementAndGet);
        end.countDown();
        now.join();
        int before = waited.get();
        while (second.isAlive() && waited.get() < before + 3) {
            Thread.onSpinWait();
        }
        isFree.countDown();
        first.join();
        second.join();
        assertEquals(List.of("first", "second"), done);
    }

    /* The server cuts off requests whose threads are in this state, in favour of others. */
    @Test void isNotTakenForOneThatWaitsForAClient() throws InterruptedException {
        LongWork works = new LongWork("long", 1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        LongWork.Work work = () -> {
            begun.countDown();
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
        };
        List<Thread> threads = List.of(start(works, work), start(works, work));
        begun.await();
        for (Thread each : threads) {
            while (each.getState() != Thread.State.TIMED_WAITING) {
                assertTrue(each.getState() != Thread.State.WAITING);
                Thread.onSpinWait();
            }
        }
        end.countDown();
        for (Thread each : threads) {
            each.join();
        }
    }

    @ParameterizedTest @ValueSource(classes = {IOException.class, IllegalStateException.class, OutOfMemoryError.class})
    void failsAsTheWorkDoesAndGoesOn(Class<? extends Throwable> failure) throws Exception {
        LongWork works = new LongWork("long", 1);
        Throwable thrown = failure.getConstructor(String.class).newInstance("for a test");
        assertSame(thrown, assertThrows(failure, () -> works.run(() -> {
            switch (thrown) {
                case IOException why -> throw why;
                case RuntimeException why -> throw why;
                default -> throw (Error) thrown;
            }
        }, NOTHING)));
        AtomicBoolean isDone = new AtomicBoolean();
        works.run(() -> isDone.set(true), NOTHING);
        assertTrue(isDone.get());
    }

    @Test void endsTheWorkOfWhoeverIsInterrupted() throws IOException, InterruptedException {
        LongWork works = new LongWork("long", 1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean wasInterrupted = new AtomicBoolean();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread waiting = Thread.ofVirtual().unstarted(() -> thrown.set(assertThrows(IOException.class, () ->
                works.run(() -> {
                    begun.countDown();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    wasInterrupted.set(true);
                }, NOTHING))));
        waiting.start();
        begun.await();
        waiting.interrupt();
        waiting.join();
        assertInstanceOf(InterruptedIOException.class, thrown.get());
        assertTrue(wasInterrupted.get());
        works.run(NOTHING, NOTHING);
    }
}
