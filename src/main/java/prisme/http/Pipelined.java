package prisme.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets requests wait for their turn that came before the answer to the one before on their connection. Few of them are
/// served at once, so that whoever sends many together is in nobody's way.
/* Browsers do not send so. The answers to thirty requests of each of a thousand clients keep the processors busy for
 * seconds; with a turn among the others for each of them, everybody else would wait that long. Clients that are slow
 * to take their answers must not keep the turns, so nobody waits for one longer than a moment. */
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

    /// Runs it when it is its turn, or after a moment.
    void run(Runnable request) {
        boolean isItsTurn = comes();
        try {
            request.run();
        } finally {
            if (isItsTurn) {
                turns.release();
            }
        }
    }

    private boolean comes() {
        try {
            return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            return false;  // meant for a client of before
        }
    }
}
