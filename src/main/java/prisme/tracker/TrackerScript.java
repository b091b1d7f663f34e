package prisme.tracker;

import java.nio.charset.StandardCharsets;
import prisme.files.Bundled;
import prisme.http.Route;
import prisme.http.StaticContent;

/// The script that sites include.
public final class TrackerScript {
    /// The path at which it is served.
    public static final String PATH = "/static/wa.js";

    private static final String SOURCE = "wa.js";

    private final StaticContent content = StaticContent.of("text/javascript; charset=utf-8", TrackerScript::text)
            .with("Cache-Control", "public, max-age=3600")
            .with("Access-Control-Allow-Origin", "*")
            .with("Cross-Origin-Resource-Policy", "cross-origin")
            .with("Accept-CH", "Sec-CH-UA-Platform, Sec-CH-UA-Model");

    /// Answers `GET /static/wa.js` to pages of every site.
    public Route route() {
        return Route.get(PATH, content);
    }

    /// The script as it is served, before compression.
    public static byte[] text() {
        return Minifier.minified(source()).getBytes(StandardCharsets.UTF_8);
    }

    /// How many bytes a browser that accepts gzip loads.
    public int compressedSize() {
        return content.compressedSize();
    }

    /// The script as it is written.
    static String source() {
        return Bundled.text(TrackerScript.class, SOURCE);
    }
}
