package prisme.threads;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Work that computes for long, each on a thread of the system, and only so much of it at the same time, in the order
/// in which it comes.
/* The system lets everybody have a processor from time to time. Virtual threads do not: two that compute keep two
 * processors, and nobody else comes to his turn; where they pause in between, the pool mostly goes on with them. */
public final class LongWork {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Turns turns;
    private final ThreadFactory threads;
    private final Duration patience;

    /// What is to be done.
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /// @param name of the threads
    /// @param most how much may be done at the same time
    public LongWork(String name, int most) {
        this(name, most, PATIENCE);
    }

    /// @param patience how long to wait between what is done meanwhile
    LongWork(String name, int most, Duration patience) {
        this.turns = new Turns(most);
        this.threads = Thread.ofPlatform().daemon().name(name).factory();
        this.patience = patience;
    }

    /// Returns when it is done.
    ///
    /// @param waiting what is done every five seconds until it can begin
    /// @throws IOException what either throws, or an [InterruptedIOException] when the current thread is interrupted;
    ///                     then the work's is as well
    public void run(Work work, Work waiting) throws IOException {
        CountDownLatch turn = turns.ask();
        try {
            while (!turn.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                waiting.run();
            }
            runNow(work);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was given up");
        } finally {
            turns.leave(turn);
        }
    }

    private void runNow(Work work) throws IOException, InterruptedException {
        FutureTask<Void> running = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        Thread thread = threads.newThread(running);
        thread.start();
        try {
            /* A thread that waits without an end is taken for one that waits for a slow client. */
            running.get(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw asItWas(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.interrupt();
            Uninterruptibly.join(thread);
        }
    }

    private static IOException asItWas(Throwable failure) {
        return switch (failure) {
            case IOException why -> why;
            case RuntimeException why -> throw why;
            case Error why -> throw why;
            default -> new IOException(failure);
        };
    }
}
