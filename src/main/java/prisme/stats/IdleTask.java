package prisme.stats;

import java.time.Duration;

/// What a thread does when nobody has wanted anything of it for a while.
///
/// @param pause how long a while is
record IdleTask(Duration pause, Runnable task) {
    /// Nothing, for as long as it takes.
    static IdleTask none() {
        return new IdleTask(Duration.ofDays(1), () -> { });
    }
}
