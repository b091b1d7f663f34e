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

/// Begins lines of log in [Bunyan's format](https://github.com/trentm/node-bunyan#core-fields): a JSON object a line,
/// whose texts cannot end it or steer a terminal.
public final class Bunyan {
    /// The most characters of a text; more are cut off.
    private static final int MAX_TEXT = 1024;
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

    /// Begins an object with the fields that all lines have. The caller adds its own and ends object and line.
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

    /// The text as far as it is logged.
    static String cut(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end) + "…";
    }

    /* Not by asking a name server, who might be long in answering. */
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
