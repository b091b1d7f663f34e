package prisme;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// A shell that records what a command writes.
final class RecordedShell {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Shell in(Path directory, Map<String, String> environment) {
        return shell(directory, environment, out);
    }

    Shell withoutSettings() {
        return withOutputTo(out);
    }

    Shell withOutputTo(OutputStream target) {
        return shell(Path.of("no-such-directory"), Map.of(), target);
    }

    private Shell shell(Path directory, Map<String, String> environment, OutputStream target) {
        return new Shell(environment, directory, InputStream.nullInputStream(), target,
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
