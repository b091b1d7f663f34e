package prisme.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import prisme.watch.AccessLog;

/// Where the access log is written.
public sealed interface AccessLogTarget {
    record Off() implements AccessLogTarget {}

    record Stdout() implements AccessLogTarget {}

    record Stderr() implements AccessLogTarget {}

    record File(Path path) implements AccessLogTarget {}

    /// Opens it; empty when it is off.
    ///
    /// @throws IOException when the file cannot be opened
    default Optional<AccessLog> open(InstantSource clock) throws IOException {
        return switch (this) {
            case Off() -> Optional.empty();
            case Stdout() -> Optional.of(AccessLog.onStandardOutput(clock));
            case Stderr() -> Optional.of(AccessLog.onStandardError(clock));
            case File(Path path) -> Optional.of(AccessLog.atTheEndOf(path, clock));
        };
    }
}
