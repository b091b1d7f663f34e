package prisme.watch;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import prisme.http.Method;
import prisme.http.Observer;
import prisme.json.JsonWriter;

/// Writes a line for every request when it has been answered. Addresses are shortened ([ShownAddress]) and queries left
/// out. No visitor waits for a full disk or for whoever reads the log: see [LogOutput].
public final class AccessLog implements Observer, Collector, AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("prisme.watch");
    private static final double NANOS_PER_MILLI = 1e6;

    private final LogOutput out;
    private final Runnable end;
    private final InstantSource clock;
    private final ReentrantLock rendering = new ReentrantLock();
    private final JsonWriter line = new JsonWriter();

    /// @param end what closing the log does
    private AccessLog(LogOutput out, Runnable end, InstantSource clock) {
        this.out = out;
        this.end = end;
        this.clock = clock;
    }

    /// A log on standard output.
    public static AccessLog onStandardOutput(InstantSource clock) {
        return on(LogTarget.standard(FileDescriptor.out), clock);
    }

    /// A log on standard error, between the lines of the program's own log.
    ///
    /// @param err goes on when this log is closed
    public static AccessLog onStandardError(LogOutput err, InstantSource clock) {
        return new AccessLog(err, () -> { }, clock);
    }

    /// A log that is appended to a file. Whoever rotates logs may truncate or rename the file meanwhile.
    ///
    /// @throws IOException when the file cannot be opened
    public static AccessLog atTheEndOf(Path file, InstantSource clock) throws IOException {
        try {
            return on(AppendedFile.at(file), clock);
        } catch (IOException e) {
            throw new IOException("cannot write the access log: " + e.getMessage()
                    + "; give access.log a file that can be written, or off", e);
        }
    }

    static AccessLog on(LogTarget target, InstantSource clock) {
        LogOutput out = LogOutput.to(target, LogOutput.ROOM, clock, e -> LOGGER.log(System.Logger.Level.WARNING,
                () -> "the access log cannot be written: " + e.getMessage()));
        return new AccessLog(out, out::close, clock);
    }

    @Override public void began(String pattern, Method method) {
        /* A request is logged when it ends. */
    }

    @Override public void ended(Answered answered) {
        rendering.lock();
        try {
            line.clear();
            write(answered);
            line.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);  // never: the output only takes the line
        } finally {
            rendering.unlock();
        }
    }

    @Override public void write(Exposition exposition) {
        exposition.single("prisme_access_log_lost_lines_total", Exposition.Type.COUNTER,
                "Lines that the output of the access log had no room for.", out.lost());
    }

    @Override public void close() {
        end.run();
    }

    private void write(Answered answered) {
        Bunyan.begin(line, clock.instant(), level(answered.status()), "request")
                .member("request_id", answered.request().id())
                .member("duration_ms", answered.nanos() / NANOS_PER_MILLI)
                .member("source_ip", ShownAddress.of(answered.request().client().address()).toString())
                .member("method", answered.request().method().name())
                .member("path", Bunyan.cut(answered.request().path()))
                .member("status_code", answered.status());
        if (!answered.error().isEmpty()) {
            line.member("error", Bunyan.cut(answered.error()));
        }
        line.endObject().endLine();
    }

    private static Bunyan.Level level(int status) {
        return status >= 500 ? Bunyan.Level.ERROR : Bunyan.Level.INFO;
    }
}
