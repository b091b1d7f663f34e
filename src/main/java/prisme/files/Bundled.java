package prisme.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A file that comes with the program: a resource in the jar, beside the class that needs it.
public final class Bundled {
    private Bundled() {}

    /// The content of the file.
    ///
    /// @param beside the class beside which the file is
    /// @throws UncheckedIOException when the file is missing or cannot be read, as the jar is damaged
    public static byte[] bytes(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("the jar is damaged: " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The content of the file, read as UTF-8.
    ///
    /// @param beside the class beside which the file is
    /// @throws UncheckedIOException when the file is missing or cannot be read, as the jar is damaged
    public static String text(Class<?> beside, String name) {
        return new String(bytes(beside, name), StandardCharsets.UTF_8);
    }
}
