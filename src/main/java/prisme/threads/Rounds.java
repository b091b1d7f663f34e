package prisme.threads;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Runs a task again and again, with pauses, on its own daemon thread. Whatever goes wrong in one round, even too
/// little memory, the next one is run.
public final class Rounds implements Closeable {
    private final Round round;
    private final Trouble trouble;
    private final Thread thread;
    private Duration firstRest = Duration.ZERO;
    private volatile boolean isEnding;

    /// The task.
    @FunctionalInterface
    public interface Round {
        /// Runs the task once.
        ///
        /// @return how long to pause before the next round
        Duration go() throws IOException;
    }

    /// What to do when a round has failed.
    ///
    /// @param rest how long to pause before the next round
    /// @param told receives the cause: an [IOException], a [RuntimeException] or an [OutOfMemoryError]
    public record Trouble(Duration rest, Consumer<Throwable> told) {}

    /// @param thread the name and other properties of the thread
    public Rounds(Thread.Builder.OfPlatform thread, Round round, Trouble trouble) {
        this.round = round;
        this.trouble = trouble;
        this.thread = thread.daemon().unstarted(this::run);
    }

    /// Starts the first round at once.
    public void start() {
        startAfter(Duration.ZERO);
    }

    /// Starts the first round after a pause.
    public void startAfter(Duration rest) {
        firstRest = rest;
        thread.start();
    }

    /// Whether [#close()] has been called, so that a long round should end early.
    public boolean isEnding() {
        return isEnding;
    }

    private void run() {
        LockSupport.parkNanos(this, firstRest.toNanos());
        while (!isEnding) {
            LockSupport.parkNanos(this, once().toNanos());
        }
    }

    private Duration once() {
        try {
            return round.go();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            tell(e);
            return trouble.rest();
        }
    }

    private void tell(Throwable e) {
        try {
            trouble.told().accept(e);
        } catch (OutOfMemoryError _) {
            /* When there is too little memory even to report this, it is lost; the next round may have more. */
        }
    }

    /// Ends the thread. Returns when the current round is over.
    @Override public void close() {
        isEnding = true;
        LockSupport.unpark(thread);
        Uninterruptibly.join(thread);
    }
}
