package prisme.stats;

import java.time.Duration;

/// What a thread does when it has had nothing else to do for a while.
///
/// @param pause how long the while is
record IdleTask(Duration pause, Runnable task) {
    /// A task that does nothing.
    static IdleTask none() {
        return new IdleTask(Duration.ofDays(1), () -> { });
    }
}
