package prisme.collect;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import prisme.ip.IpAddress;

/// Prints what a [SlidingWindow] costs: nanoseconds per call and bytes per address.
///
/// Run with `java -Xmx64m`. The cost of making up addresses is measured, too: that is the no-op.
final class SlidingWindowBenchmark {
    private static final int CALLS = 10_000_000;
    private static final long MEMORY = 16L << 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private SlidingWindowBenchmark() {}

    /// One call. The results are summed up, so that no call can be optimized away.
    private interface Call {
        long make(SlidingWindow window, int thread, int number);
    }

    public static void main(String[] arguments) throws InterruptedException {
        for (int round = 1; round <= 2; round++) {
            System.out.println("round " + round);
            measure("no-op, 10,000,000 addresses", (_, _, number) -> madeUp(number).low());
            measure("one address for each thread", (window, thread, i) -> ask(window, IpAddress.ofIPv4(thread), i));
            measure("20,000 addresses", (window, _, i) -> ask(window, madeUp(i % 20_000), i));
            measure("10,000,000 addresses", (window, _, i) -> ask(window, madeUp(i), i));
        }
        for (int requests : List.of(1, 2, 3, 9, 16, 60)) {
            bytesPerAddress(requests);
        }
    }

    private static IpAddress madeUp(int number) {
        return IpAddress.ofIPv4(number * 0x9e3779b1);
    }

    /* A microsecond from call to call: a million requests a second. */
    private static long ask(SlidingWindow window, IpAddress address, int number) {
        return window.ask(address, number * 1000L) instanceof Admission.Admitted ? 1 : 0;
    }

    private static void measure(String what, Call call) throws InterruptedException {
        SlidingWindow window = window();
        double alone = nanosPerCall(1, call, window);
        double two = nanosPerCall(2, call, window());
        System.out.printf("  %-36s %6.1f ns a call, beside another thread %6.1f ns; %d remembered, %d forgotten%n",
                what, alone, two, window.networks(), window.forgotten());
    }

    private static SlidingWindow window() {
        return new SlidingWindow(60, WINDOW, MEMORY, 0);
    }

    /* Processor time rather than elapsed time, so that other load on the machine matters less. */
    private static double nanosPerCall(int threads, Call call, SlidingWindow window) throws InterruptedException {
        LongAdder results = new LongAdder();
        LongAdder nanos = new LongAdder();
        CountDownLatch done = new CountDownLatch(threads);
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            Thread.ofPlatform().start(() -> {
                results.add(IntStream.range(0, CALLS).mapToLong(i -> call.make(window, number, i)).sum());
                nanos.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                done.countDown();
            });
        }
        done.await();
        return nanos.doubleValue() / CALLS / threads;
    }

    private static void bytesPerAddress(int requests) {
        SlidingWindow window = window();
        int addresses = 0;
        while (window.forgotten() == 0) {
            for (int i = 0; i < requests; i++) {
                window.ask(madeUp(addresses), 0);
            }
            addresses++;
        }
        System.out.printf("%d requests of each address: %,d addresses in 16 MB, %.1f bytes each%n",
                requests, addresses, (double) MEMORY / addresses);
    }
}
