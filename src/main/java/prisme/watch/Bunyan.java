package prisme.watch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import prisme.json.JsonWriter;

/// Begins lines of a log in [Bunyan's format](https://github.com/trentm/node-bunyan#core-fields): each is a JSON
/// object, whose texts can neither end the line nor steer a terminal.
public final class Bunyan {
    /// How many characters of a text are logged at most.
    private static final int MAX_TEXT = 1024;
    private static final String ELLIPSIS = "…";
    private static final int VERSION = 0;
    private static final DateTimeFormatter MILLIS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final String HOST = host();

    private Bunyan() {}

    /// How serious a line is.
    public enum Level {
        DEBUG(20), INFO(30), WARN(40), ERROR(50);

        private final int number;

        Level(int number) {
            this.number = number;
        }
    }

    /// Begins an object with the fields that all lines have. The caller adds its own, and ends the object and the line.
    ///
    /// @param line where it is written
    /// @return the same writer
    public static JsonWriter begin(JsonWriter line, Instant time, Level level, String message) {
        return line.beginObject()
                .member("time", MILLIS.format(time))
                .member("level", level.number)
                .member("msg", cut(message))
                .member("v", VERSION)
                .member("pid", ProcessHandle.current().pid())
                .member("hostname", HOST)
                .member("name", "prisme");
    }

    /// The text, cut off with an ellipsis where it is longer than what is logged of one.
    static String cut(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = MAX_TEXT - ELLIPSIS.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }

    /* Read from Linux where possible: the other way may ask a name server, which can take long. */
    private static String host() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException _) {
            return hostByAddress();
        }
    }

    private static String hostByAddress() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
