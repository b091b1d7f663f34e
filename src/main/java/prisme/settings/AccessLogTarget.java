package prisme.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import prisme.watch.AccessLog;
import prisme.watch.LogOutput;

/// Where the access log is written to.
public sealed interface AccessLogTarget {
    record Off() implements AccessLogTarget {
        @Override public Optional<AccessLog> open(LogOutput err, InstantSource clock) {
            return Optional.empty();
        }
    }

    record Stdout() implements AccessLogTarget {
        @Override public Optional<AccessLog> open(LogOutput err, InstantSource clock) {
            return Optional.of(AccessLog.onStandardOutput(clock));
        }
    }

    record Stderr() implements AccessLogTarget {
        @Override public Optional<AccessLog> open(LogOutput err, InstantSource clock) {
            return Optional.of(AccessLog.onStandardError(err, clock));
        }
    }

    record File(Path path) implements AccessLogTarget {
        @Override public Optional<AccessLog> open(LogOutput err, InstantSource clock) throws IOException {
            return Optional.of(AccessLog.atTheEndOf(path, clock));
        }
    }

    /// Opens the access log; empty when it is off.
    ///
    /// @param err standard error
    /// @throws IOException when the file cannot be opened
    Optional<AccessLog> open(LogOutput err, InstantSource clock) throws IOException;
}
