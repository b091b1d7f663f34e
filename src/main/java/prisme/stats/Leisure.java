package prisme.stats;

import java.time.Duration;

/// What a thread does when nobody has wanted anything of it for a while.
///
/// @param pause how long a while is
record Leisure(Duration pause, Runnable pastime) {
    /// Nothing, for as long as it takes.
    static Leisure idle() {
        return new Leisure(Duration.ofDays(1), () -> { });
    }
}
