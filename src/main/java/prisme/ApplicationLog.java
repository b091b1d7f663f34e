package prisme;

import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import prisme.json.JsonWriter;
import prisme.settings.LogLevel;
import prisme.watch.Bunyan;

/// The log of the program itself, with one JSON object per line ([Bunyan]).
final class ApplicationLog extends Handler {
    /* The JDK only has weak references to loggers, and the settings of a logger would be lost with it. */
    private static final Logger ROOT = Logger.getLogger("");

    private final OutputStream out;

    ApplicationLog(OutputStream out) {
        this.out = out;
    }

    /// From now on, writes messages of at least this level to `out`.
    static void write(LogLevel level, OutputStream out) {
        LogManager.getLogManager().reset();  // before the JDK makes its own handlers, which it does when it is asked
        ROOT.setLevel(julLevel(level));
        ROOT.addHandler(new ApplicationLog(out));
    }

    @Override public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        JsonWriter line = new JsonWriter();
        Bunyan.begin(line, entry.getInstant(), level(entry.getLevel()), message(entry)).endObject().endLine();
        try {
            line.writeTo(out);
            out.flush();
        } catch (IOException e) {
            reportError("", e, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override public void flush() {
        /* Every line is flushed when it is written. */
    }

    @Override public void close() {
        /* Standard error stays open. */
    }

    private static String message(LogRecord entry) {
        String message = String.valueOf(entry.getMessage());
        return entry.getThrown() instanceof Throwable thrown ? message + ": " + thrown : message;
    }

    private static Bunyan.Level level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return Bunyan.Level.ERROR;
        }
        if (value >= Level.WARNING.intValue()) {
            return Bunyan.Level.WARN;
        }
        return value >= Level.INFO.intValue() ? Bunyan.Level.INFO : Bunyan.Level.DEBUG;
    }

    private static Level julLevel(LogLevel level) {
        return switch (level) {
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARN -> Level.WARNING;
            case ERROR -> Level.SEVERE;
        };
    }
}
