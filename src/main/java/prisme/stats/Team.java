package prisme.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// The thread that asks, and as many helpers as there are processors for, but no more than [#MOST] threads in all:
/// events have to be taken in meanwhile.
final class Team implements Workers, AutoCloseable {
    private static final int MOST = 2;

    private final int helpers = Math.min(MOST, Runtime.getRuntime().availableProcessors()) - 1;
    private final ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, helpers), named());

    private static ThreadFactory named() {
        return Thread.ofPlatform().daemon().name("prisme-stats-helper").factory();
    }

    @Override public void each(int count, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> helping = new ArrayList<>();
        for (int i = 0; i < Math.min(helpers, count - 1); i++) {
            helping.add(threads.submit(() -> take(next, count, work)));
        }
        try {
            take(next, count, work);
        } finally {
            next.set(count);
            helping.forEach(Team::await);
        }
    }

    private static void take(AtomicInteger next, int count, IntConsumer work) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            work.accept(i);
        }
    }

    private static void await(Future<?> helping) {
        boolean wasInterrupted = false;
        while (true) {
            try {
                helping.get();
                break;
            } catch (InterruptedException _) {
                wasInterrupted = true;
            } catch (ExecutionException e) {
                throw asItWas(e.getCause());
            } catch (CancellationException e) {
                throw new IllegalStateException(e);
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /* Unwrapped, for whoever asks handles an OutOfMemoryError differently from other failures. */
    private static RuntimeException asItWas(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    @Override public void close() {
        threads.shutdown();
    }
}
