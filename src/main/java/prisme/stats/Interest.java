package prisme.stats;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether somebody is interested in statistics at the moment, that is, has asked not long ago. For one thread at a
/// time.
final class Interest {
    private final long lasts;
    private final LongSupplier nanoTime;
    private long asked;
    private boolean isThere;

    /// @param lasts    for how long after a question
    /// @param nanoTime the time, as [System#nanoTime()] has it
    Interest(Duration lasts, LongSupplier nanoTime) {
        this.lasts = lasts.toNanos();
        this.nanoTime = nanoTime;
    }

    /// To be called when somebody asks.
    void show() {
        asked = nanoTime.getAsLong();
        isThere = true;
    }

    boolean isThere() {
        isThere &= nanoTime.getAsLong() - asked <= lasts;
        return isThere;
    }
}
