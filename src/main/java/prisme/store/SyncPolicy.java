package prisme.store;

import java.time.Duration;

/// When stored events are forced from the kernel onto the disk. What is in the kernel survives the end of this
/// process, however sudden; only what is on the disk survives a power cut.
public sealed interface SyncPolicy {
    /// Before an append returns; appends that wait at the same time share one sync.
    record Always() implements SyncPolicy {}

    /// Whenever the kernel does so by itself, and when the log is closed.
    record Never() implements SyncPolicy {}

    /// In the background, so that every stored event is on the disk after `longest`. While a sync takes longer than
    /// that, appends wait for it.
    record Every(Duration longest) implements SyncPolicy {
        /// @throws IllegalArgumentException unless `longest` is at least a millisecond
        public Every {
            if (longest.toMillis() < 1) {
                throw new IllegalArgumentException("the longest time between syncs must be at least 1 ms");
            }
        }
    }
}
