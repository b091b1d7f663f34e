package prisme;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import prisme.http.StaticContent;

/// The description of all addresses for programs, in [OpenAPI 3.1](https://spec.openapis.org/oas/v3.1.0).
final class Description {
    private static final String SOURCE = "openapi.json";

    private Description() {}

    /// As it is in the jar.
    static StaticContent load() {
        return StaticContent.of("application/json", Description::bytes).with("Cache-Control", "no-cache");
    }

    static byte[] bytes() {
        try (InputStream in = Description.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(SOURCE + " is missing in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
