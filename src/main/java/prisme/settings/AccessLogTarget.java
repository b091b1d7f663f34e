package prisme.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import prisme.watch.AccessLog;

/// Where the access log is written to.
public sealed interface AccessLogTarget {
    record Off() implements AccessLogTarget {
        @Override public Optional<AccessLog> open(InstantSource clock) {
            return Optional.empty();
        }
    }

    record Stdout() implements AccessLogTarget {
        @Override public Optional<AccessLog> open(InstantSource clock) {
            return Optional.of(AccessLog.onStandardOutput(clock));
        }
    }

    record Stderr() implements AccessLogTarget {
        @Override public Optional<AccessLog> open(InstantSource clock) {
            return Optional.of(AccessLog.onStandardError(clock));
        }
    }

    record File(Path path) implements AccessLogTarget {
        @Override public Optional<AccessLog> open(InstantSource clock) throws IOException {
            return Optional.of(AccessLog.atTheEndOf(path, clock));
        }
    }

    /// Opens the access log; empty when it is off.
    ///
    /// @throws IOException when the file cannot be opened
    Optional<AccessLog> open(InstantSource clock) throws IOException;
}
