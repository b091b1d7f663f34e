package prisme.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RoundsTest {
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch isOver = new CountDownLatch(1);
    private final List<Throwable> told = new CopyOnWriteArrayList<>();

    private Rounds rounds(Rounds.Round round, Consumer<Throwable> told) {
        return new Rounds(Thread.ofPlatform().name("rounds"), round, new Rounds.Trouble(Duration.ZERO, told));
    }

    /// Fails in a different way each time, and after three times no more.
    private Duration fail() throws IOException {
        switch (begun.getAndIncrement()) {
            case 0 -> throw new IOException("first");
            case 1 -> throw new IllegalStateException("second");
            case 2 -> throw new OutOfMemoryError("third");
            default -> isOver.countDown();
        }
        return Duration.ZERO;
    }

    @Test void goesOnWhateverGoesWrongAndTellsIt() throws InterruptedException {
        try (Rounds rounds = rounds(this::fail, told::add)) {
            rounds.start();
            isOver.await();
        }
        assertEquals(List.of("first", "second", "third"), told.stream().map(Throwable::getMessage).toList());
    }

    @Test void goesOnWhereThereIsNotEvenMemoryToTellIt() throws InterruptedException {
        try (Rounds rounds = rounds(this::fail, _ -> {
            throw new OutOfMemoryError("for a test");
        })) {
            rounds.start();
            isOver.await();
        }
    }

    @Test void beginsWithARestWhereItIsToldTo() throws InterruptedException {
        long start = System.nanoTime();
        try (Rounds rounds = rounds(this::fail, told::add)) {
            rounds.startAfter(Duration.ofMillis(50));
            isOver.await();
        }
        assertTrue(System.nanoTime() - start >= Duration.ofMillis(50).toNanos());
    }

    @Test void restsNoLongerWhenItIsToEnd() throws InterruptedException {
        Rounds rounds = rounds(() -> {
            isOver.countDown();
            return Duration.ofDays(1);
        }, told::add);
        rounds.start();
        isOver.await();
        assertFalse(rounds.isEnding());
        rounds.close();
        assertThrows(IllegalThreadStateException.class, rounds::start);
    }

    @Test void beginsNoRoundBeforeItIsStartedAndNeedNotBe() {
        rounds(this::fail, told::add).close();
        assertEquals(0, begun.get());
    }
}
