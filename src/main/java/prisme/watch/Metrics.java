package prisme.watch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import prisme.http.Response;
import prisme.http.Route;

/// Shows all metrics of the server at `GET /metrics`.
///
/// @param collectors write them, in this order
public record Metrics(List<Collector> collectors) {
    /// The path at which they are read.
    public static final String PATH = "/metrics";

    public Metrics {
        collectors = List.copyOf(collectors);
    }

    /// Answers without asking who it is.
    public Route route() {
        return Route.get(PATH, _ -> Response.ok().with("Cache-Control", "no-store")
                .withStream(Exposition.MEDIA_TYPE, this::write));
    }

    /* Written as it is sent, rather than collected in memory: there can be many metrics, and many who ask for them. */
    private void write(OutputStream out) throws IOException {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Exposition exposition = new Exposition(lines);
        try {
            collectors.forEach(collector -> collector.write(exposition));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        lines.flush();
    }
}
