package prisme;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import prisme.wording.Failure;

/// What is done when the process is told to end: the server is closed, and the exit code is 0.
/* It is there before the server is, since a server answers a moment before its start returns: who is told to end just
 * then has acknowledged events that must be on the disk. */
final class StopHook implements Runnable {
    private static final int MOST_SECONDS_OF_A_START = 3;

    private final Runnable closed;
    private final PrintStream err;
    private final IntConsumer halt;
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private volatile Optional<Closeable> server = Optional.empty();

    /// @param closed run when the server is closed
    /// @param err    where is told what went wrong
    /// @param halt   ends the process at once: to exit would leave the signal's own number as the exit code
    StopHook(Runnable closed, PrintStream err, IntConsumer halt) {
        this.closed = closed;
        this.err = err;
        this.halt = halt;
    }

    /// Has this done when the process is told to end. Where it was told already nothing more is begun: the calling
    /// thread waits for the end.
    static void atEnd(Runnable last) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(last, "stop"));
        } catch (IllegalStateException _) {
            while (true) {
                LockSupport.park();
            }
        }
    }

    /// Starts a server.
    interface Start<S extends Closeable> {
        S run() throws IOException;
    }

    /// Starts the server whose end this is.
    <S extends Closeable> S start(Start<S> starting) throws IOException {
        try {
            S started = starting.run();
            server = Optional.of(started);
            return started;
        } finally {
            startEnded.countDown();
        }
    }

    /// Ends, where a start is under way after that. One that failed has an exit code of its own.
    @Override
    public void run() {
        try {
            boolean isOver = startEnded.await(MOST_SECONDS_OF_A_START, TimeUnit.SECONDS);
            if (server.isPresent()) {
                server.get().close();
                closed.run();
            }
            if (server.isPresent() || !isOver) {
                halt.accept(Exit.OK.code());
            }
        } catch (IOException e) {
            err.println("prisme: " + Failure.sentence(e));
            halt.accept(Exit.FAILED.code());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
