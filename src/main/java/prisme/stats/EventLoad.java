package prisme.stats;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether so many events come in that they need a processor of their own. For one thread at a time.
final class EventLoad {
    private static final long MANY_PER_SECOND = 500;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final LongSupplier stored;
    private final LongSupplier nanoTime;
    private long seen;
    private long looked;
    private boolean isHigh;

    /// @param stored   the sequence number of the last event that is stored
    /// @param nanoTime the time, as [System#nanoTime()] has it
    EventLoad(LongSupplier stored, LongSupplier nanoTime) {
        this.stored = stored;
        this.nanoTime = nanoTime;
        this.seen = stored.getAsLong();
        this.looked = nanoTime.getAsLong();
    }

    /// Whether it was high since this was last asked, at least a second ago.
    boolean isHigh() {
        long time = nanoTime.getAsLong() - looked;
        if (time >= SECOND) {
            long now = stored.getAsLong();
            isHigh = now - seen >= (double) MANY_PER_SECOND * time / SECOND;
            seen = now;
            looked += time;
        }
        return isHigh;
    }
}
