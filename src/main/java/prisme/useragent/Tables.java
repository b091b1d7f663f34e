package prisme.useragent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Where the tables come from, by the names of their files.
interface Tables {
    /// The text files beside this package.
    Tables OF_THIS_JAR = Tables::linesInJar;

    /// The lines of a table that say something: neither empty nor a remark.
    List<String> lines(String name);

    private static List<String> linesInJar(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar is incomplete: " + name + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
