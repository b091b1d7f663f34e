package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import prisme.browser.Patience;
import prisme.json.JsonException;
import prisme.json.JsonObject;

/// The events that the command `export` prints, also beside a running server.
///
/// @param events in order of time
record Exported(List<JsonObject> events) {
    private static final Map<String, List<String>> TELLING = Map.of(
            "pageview", List.of("referrer_domain", "version", "status"),
            "custom", List.of("name", "properties"),
            "outbound_link_click", List.of("link"),
            "file_download", List.of("url"));

    /// What is stored in a data directory now, as the jar's `export` has it.
    static Exported of(Path data) {
        try {
            return in(RunningJar.output("export", "--data.dir=" + data));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// What is stored once there are so many events, or more. The same `export` is run within this process: another one
    /// for every look would take longer than what is waited for.
    static Exported awaited(Path data, int count) {
        AtomicReference<Exported> last = new AtomicReference<>();
        Supplier<String> missing = () -> count + " events, so far there are " + last.get().inShort();
        Patience.until(missing, () -> {
            last.set(look(data));
            return last.get().events.size() >= count;
        });
        return last.get();
    }

    private static Exported look(Path data) {
        RecordedShell shell = new RecordedShell();
        Exit exit = new CommandLine(Prisme.commands()).run(List.of("export", "--data.dir=" + data),
                shell.withoutSettings());
        assertEquals(Exit.OK, exit, shell::err);
        return in(shell.out());
    }

    private static Exported in(String lines) {
        return new Exported(lines.lines().map(Exported::object).toList());
    }

    /// Every event in a few words: its type, its path, and what is peculiar to it.
    List<String> inShort() {
        return events.stream().map(Exported::inShort).toList();
    }

    /// The values of one field, without quotes.
    List<String> all(String field) {
        return events.stream().map(event -> value(event, field)).toList();
    }

    private static String inShort(JsonObject event) {
        String type = value(event, "type");
        return String.join(" ", Stream.concat(Stream.of(type, value(event, "path")),
                TELLING.get(type).stream().map(field -> value(event, field))).toList());
    }

    private static String value(JsonObject event, String field) {
        String text = event.text(field).orElseThrow(() -> new AssertionError("no " + field + " in " + event.members()));
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private static JsonObject object(String line) {
        try {
            return JsonObject.parse(line.getBytes(StandardCharsets.UTF_8), 65);
        } catch (JsonException e) {
            throw new AssertionError(line, e);
        }
    }
}
