package prisme.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Limits how many pipelined requests are served at once: those that came before the previous one on their connection
/// was answered. So a client that sends many together does not hold up others.
/* Browsers do not pipeline. The answers to thirty requests from each of a thousand clients keep the processors busy for
 * seconds, and without this limit everybody else would wait that long. A client that is slow to take its answers must
 * not keep others from their turns, so nobody waits for one longer than a moment. */
final class Pipelined {
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Semaphore turns;
    private final Duration patience;

    Pipelined() {
        this(AT_ONCE, PATIENCE);
    }

    /// @param atOnce   how many are served at once
    /// @param patience how long to wait for a turn at most
    Pipelined(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /// Runs a request when it is its turn, or when it has waited long enough.
    void run(Runnable request) {
        boolean isItsTurn = awaitTurn();
        try {
            request.run();
        } finally {
            if (isItsTurn) {
                turns.release();
            }
        }
    }

    private boolean awaitTurn() {
        try {
            return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            return false;  // it was meant for a previous client of this thread
        }
    }
}
