package prisme.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prisme.wording.Failure;
import prisme.wording.Quote;

/// Reads `prisme.properties` strictly: one `name = value` per line, in UTF-8, with or without a byte order mark.
///
/// White space around names and values is ignored, as are empty lines and lines that begin with `#` or `!`. Unlike in
/// [java.util.Properties], a backslash is a backslash, no line continues another, `:` is no separator, and an option
/// that is set twice is an error. So a Windows path can be written as it is, and every message names its line.
final class SettingsFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Map<String, Integer> lineOf = new HashMap<>();
    private final List<Assignment> assignments = new ArrayList<>();

    private SettingsFile(Path file) {
        this.file = file;
    }

    /// The assignments in the file, in their order.
    ///
    /// @throws SettingsException when the file cannot be read, or a line is invalid
    static List<Assignment> read(Path file) {
        SettingsFile reader = new SettingsFile(file);
        /* Split into lines before it is decoded, so that the number of a line that is not UTF-8 is known. */
        String[] lines = new String(reader.bytes(), StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            reader.line(i + 1, lines[i].getBytes(StandardCharsets.ISO_8859_1));
        }
        return List.copyOf(reader.assignments);
    }

    private byte[] bytes() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new SettingsException(file + " has more than " + MAX_BYTES
                        + " bytes, which no settings file needs");
            }
            return bytes;
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read: " + Failure.reason(e));
        }
    }

    private void line(int number, byte[] bytes) {
        String text = decoded(number, bytes);
        String line = (number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
        if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw wrong(number, Quote.value(line, line) + " is not of the form name = value");
        }
        set(number, line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }

    private String decoded(int number, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw wrong(number, "is not UTF-8");
        }
    }

    private void set(int number, String name, String value) {
        Integer earlier = lineOf.put(name, number);
        if (earlier != null) {
            throw wrong(number, Quote.of(name) + " is set a second time, after line " + earlier);
        }
        assignments.add(new Assignment(name, value, source(number)));
    }

    private SettingsException wrong(int number, String what) {
        return new SettingsException(source(number).place() + ": " + what);
    }

    private Assignment.Source source(int number) {
        return new Assignment.Source.Line(file.toString(), number);
    }
}
