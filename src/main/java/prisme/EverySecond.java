package prisme;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import prisme.threads.Ending;
import prisme.wording.Failure;

/// Does something every second, on a thread of its own that does not keep the process alive.
final class EverySecond implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("prisme");

    private final Runnable task;
    private final Thread thread;
    private volatile boolean isEnding;

    private EverySecond(String name, Runnable task) {
        this.task = task;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /// Does it from now on.
    static EverySecond start(String name, Runnable task) {
        EverySecond every = new EverySecond(name, task);
        every.thread.start();
        return every;
    }

    private void run() {
        while (!isEnding) {
            try {
                task.run();
            } catch (RuntimeException | OutOfMemoryError e) {
                LOGGER.log(System.Logger.Level.ERROR, () -> thread.getName() + ": " + Failure.bug(e));
            }
            LockSupport.parkNanos(this, TimeUnit.SECONDS.toNanos(1));
        }
    }

    /// Returns when it is done for the last time.
    @Override
    public void close() {
        isEnding = true;
        LockSupport.unpark(thread);
        Ending.await(thread);
    }
}
