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

/// Runs long computations, each on its own platform thread, a limited number at the same time, in the order in which
/// they are requested.
/* The operating system gives every platform thread some processor time. Virtual threads are not preempted: two that
 * compute occupy two processors, and no other virtual thread gets one; and when they yield, the scheduler mostly
 * continues with the same ones. */
public final class LongWork {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FairSemaphore semaphore;
    private final ThreadFactory threads;
    private final Duration patience;

    /// A piece of work.
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /// @param name the name of the threads
    /// @param most how many computations may run at the same time
    public LongWork(String name, int most) {
        this(name, most, PATIENCE);
    }

    /// @param patience how long to wait between two calls of `waiting`
    LongWork(String name, int most, Duration patience) {
        this.semaphore = new FairSemaphore(most);
        this.threads = Thread.ofPlatform().daemon().name(name).factory();
        this.patience = patience;
    }

    /// Runs a computation, and returns when it is done.
    ///
    /// @param waiting called every five seconds until the computation can begin
    /// @throws IOException what one of them throws, or an [InterruptedIOException] when the current thread is
    ///                     interrupted; then the thread of the computation is interrupted as well
    public void run(Work work, Work waiting) throws IOException {
        CountDownLatch permit = semaphore.ask();
        try {
            while (!permit.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                waiting.run();
            }
            runNow(work);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was given up");
        } finally {
            semaphore.leave(permit);
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
            /* With a timeout, as a thread that waits without one would be taken for one that waits for a slow
             * client. */
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
