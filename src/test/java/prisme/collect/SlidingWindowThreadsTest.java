package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prisme.ip.IpAddress;

class SlidingWindowThreadsTest {
    private static final int THREADS = 32;
    private static final int EVENTS = 1_000;
    private static final long WINDOW = Duration.ofSeconds(1).toNanos();

    private final SlidingWindow window = new SlidingWindow(EVENTS, Duration.ofSeconds(1), 1 << 20, 0);
    private final AtomicLong clock = new AtomicLong();

    @Test
    void manyThreadsAreAdmittedExactlyAsOftenAsOne() throws Exception {
        List<Integer> admitted = inThreads(thread -> IntStream.range(0, 2_000)
                .filter(i -> admitted(i % 2 == 0 ? 0 : thread + 1, 0))
                .map(i -> 1 - i % 2)
                .sum());
        assertEquals(EVENTS, admitted.stream().mapToInt(Integer::intValue).sum());
        assertEquals(1 + THREADS, window.networks());
    }

    /* An admission happens between two readings of the clock; it counts as within a window if both are. */
    @Test
    void noWindowHoldsMoreWhileTheClockRunsInManyThreads() throws Exception {
        List<Passage> passages = inThreads(_ -> askFiveThousandTimes()).stream().flatMap(List::stream).toList();
        assertTrue(passages.size() >= 7 * EVENTS, "admitted " + passages.size() + " in 8 windows");
        for (Passage first : passages) {
            assertTrue(passages.stream().filter(first::beginsAWindowWith).count() <= EVENTS);
        }
    }

    private record Passage(long before, long after) {
        boolean beginsAWindowWith(Passage other) {
            return other.before >= before && other.after < before + WINDOW;
        }
    }

    private List<Passage> askFiveThousandTimes() {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            long before = clock.addAndGet(50_000);
            if (admitted(0, before)) {
                passages.add(new Passage(before, clock.get()));
            }
        }
        return passages;
    }

    private boolean admitted(int client, long now) {
        return window.ask(IpAddress.ofIPv4(client), now) instanceof Admission.Admitted;
    }

    private interface Work<T> {
        T of(int thread);
    }

    private static <T> List<T> inThreads(Work<T> work) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<T>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                results.add(threads.submit(() -> work.of(thread)));
            }
            List<T> values = new ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        }
    }
}
