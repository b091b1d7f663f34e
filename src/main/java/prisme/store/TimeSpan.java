package prisme.store;

import java.time.Instant;

/// A stretch of time, `from` included and `to` excluded. Empty when `to` is not after `from`.
public record TimeSpan(Instant from, Instant to) {
    /// Holds every event.
    public static final TimeSpan ALWAYS = new TimeSpan(Instant.MIN, Instant.MAX);

    boolean contains(long epochMilli) {
        Instant instant = Instant.ofEpochMilli(epochMilli);
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /// Whether times from `first` to `last`, both included, may be in it.
    boolean overlaps(long first, long last) {
        return !Instant.ofEpochMilli(last).isBefore(from) && Instant.ofEpochMilli(first).isBefore(to);
    }
}
