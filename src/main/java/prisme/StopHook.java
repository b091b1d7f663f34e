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

/// Runs when the process is told to end: closes the server, and makes the exit code 0.
/* It is registered before the server starts, since a server answers requests a moment before its start returns. If the
 * process is told to end just then, it may have acknowledged events, which must be on the disk. */
final class StopHook implements Runnable {
    private static final int MOST_SECONDS_OF_A_START = 3;

    private final Runnable closed;
    private final PrintStream err;
    private final IntConsumer halt;
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private volatile Optional<Closeable> server = Optional.empty();

    /// @param closed called after the server was closed
    /// @param err    receives messages about failures
    /// @param halt   ends the process at once with an exit code; otherwise the exit code would be that of the signal
    StopHook(Runnable closed, PrintStream err, IntConsumer halt) {
        this.closed = closed;
        this.err = err;
        this.halt = halt;
    }

    /// Registers a task to be run when the process is told to end. If it is ending already, this never returns, so that
    /// nothing more is begun.
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

    /// Starts the server that this hook closes.
    <S extends Closeable> S start(Start<S> starting) throws IOException {
        try {
            S started = starting.run();
            server = Optional.of(started);
            return started;
        } finally {
            startEnded.countDown();
        }
    }

    /// Closes the server and ends the process. Waits for a start that is under way. If the start failed, the process
    /// has another exit code already, and this does nothing.
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
