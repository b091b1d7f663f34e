package prisme;

import java.time.Duration;

/// When stored events are forced onto the disk.
sealed interface FsyncPolicy {
    /// Before each answer.
    record Always() implements FsyncPolicy {}

    /// Whenever the operating system likes.
    record Never() implements FsyncPolicy {}

    /// Before this long has passed since the last time.
    record Every(Duration interval) implements FsyncPolicy {}
}
