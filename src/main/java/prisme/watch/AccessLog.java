package prisme.watch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import prisme.http.Method;
import prisme.http.Observer;
import prisme.json.JsonWriter;

/// Writes a line for every request when it has been answered. Addresses are shortened ([ShownAddress]) and queries left
/// out. A line that cannot be written is counted and lost: no visitor waits for a full disk.
public final class AccessLog implements Observer, Collector, AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("prisme.watch");
    private static final double NANOS_PER_MILLI = 1e6;

    private final OutputStream out;
    private final InstantSource clock;
    private final ReentrantLock writing = new ReentrantLock();
    private final JsonWriter line = new JsonWriter();
    private final AtomicLong lost = new AtomicLong();

    AccessLog(OutputStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /// Standard output or error of the process. It stays open when the log is closed: it does not belong to the log,
    /// and if the process was started without it, its file descriptor is that of some file of the JVM.
    private static final class Standard extends FileOutputStream {
        Standard(FileDescriptor output) {
            super(output);
        }

        @Override public void close() {
            /* It stays open, see above. */
        }
    }

    /// A log on standard output.
    public static AccessLog onStandardOutput(InstantSource clock) {
        return new AccessLog(new Standard(FileDescriptor.out), clock);
    }

    /// A log on standard error.
    public static AccessLog onStandardError(InstantSource clock) {
        return new AccessLog(new Standard(FileDescriptor.err), clock);
    }

    /// A log that is appended to a file. Whoever rotates logs may truncate the file meanwhile.
    ///
    /// @throws IOException when the file cannot be opened
    public static AccessLog atTheEndOf(Path file, InstantSource clock) throws IOException {
        try {
            return new AccessLog(new FileOutputStream(file.toFile(), true), clock);
        } catch (IOException e) {
            throw new IOException("cannot write the access log: " + e.getMessage()
                    + "; give access.log a file that can be written, or off", e);
        }
    }

    @Override public void began(String pattern, Method method) {
        /* A request is logged when it ends. */
    }

    @Override public void ended(Answered answered) {
        writing.lock();
        try {
            line.clear();
            write(answered);
            line.writeTo(out);
        } catch (IOException e) {
            if (lost.getAndIncrement() == 0) {
                LOGGER.log(System.Logger.Level.WARNING, () -> "the access log cannot be written: " + e.getMessage());
            }
        } finally {
            writing.unlock();
        }
    }

    @Override public void write(Exposition exposition) {
        exposition.single("prisme_access_log_lost_lines_total", Exposition.Type.COUNTER,
                "Lines of the access log that could not be written.", lost.get());
    }

    @Override public void close() throws IOException {
        writing.lock();
        try {
            out.close();
        } finally {
            writing.unlock();
        }
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
