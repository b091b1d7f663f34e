package prisme;

import prisme.files.Bundled;
import prisme.http.StaticContent;

/// The description of the HTTP API in [OpenAPI 3.1](https://spec.openapis.org/oas/v3.1.0).
final class Description {
    private static final String SOURCE = "openapi.json";

    private Description() {}

    /// The description in the jar, as a response.
    static StaticContent load() {
        return StaticContent.of("application/json", Description::bytes).with("Cache-Control", "no-cache");
    }

    static byte[] bytes() {
        return Bundled.bytes(Description.class, SOURCE);
    }
}
