package prisme.threads;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Does something again and again, with rests between, on a thread of its own that does not keep the process alive.
/// Whatever goes wrong in a round, also that there was too little memory for it, there is a next one.
public final class Rounds implements Closeable {
    private final Round round;
    private final Trouble trouble;
    private final Thread thread;
    private Duration firstRest = Duration.ZERO;
    private volatile boolean isEnding;

    /// What is done each time.
    @FunctionalInterface
    public interface Round {
        /// @return how long to rest before the next
        Duration go() throws IOException;
    }

    /// What is done about a round that failed.
    ///
    /// @param rest how long to rest before the next
    /// @param told hears why: an [IOException], a [RuntimeException] or an [OutOfMemoryError]
    public record Trouble(Duration rest, Consumer<Throwable> told) {}

    /// @param thread what the thread is called, and whatever else is to be said of it
    public Rounds(Thread.Builder.OfPlatform thread, Round round, Trouble trouble) {
        this.round = round;
        this.trouble = trouble;
        this.thread = thread.daemon().unstarted(this::run);
    }

    /// Begins the first round at once.
    public void start() {
        startAfter(Duration.ZERO);
    }

    /// Begins with a rest.
    public void startAfter(Duration rest) {
        firstRest = rest;
        thread.start();
    }

    /// Whether somebody waits for it to end.
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
            /* Where there is no memory to tell it, nobody hears of this one; the next round may have more. */
        }
    }

    /// Returns when the last round is over.
    @Override public void close() {
        isEnding = true;
        LockSupport.unpark(thread);
        Uninterruptibly.join(thread);
    }
}
