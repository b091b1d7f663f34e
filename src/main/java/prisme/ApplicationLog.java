package prisme;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The log of what the program itself has to say, on standard error.
final class ApplicationLog {
    /* Held, since the JDK holds loggers weakly and a setting would be forgotten with its logger. */
    private static final Logger ROOT = Logger.getLogger("");

    private ApplicationLog() {}

    /// Shows messages of this level and more serious ones from now on.
    static void showFrom(LogLevel level) {
        ROOT.setLevel(julLevel(level));
        for (Handler handler : ROOT.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                handler.setLevel(julLevel(level));
            }
        }
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
