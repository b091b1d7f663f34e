package prisme.watch;

import java.util.List;
import prisme.http.Response;
import prisme.http.Route;

/// All metrics of the server, at `GET /metrics`.
///
/// @param collectors who writes them, in this order
public record Metrics(List<Collector> collectors) {
    /// Where they are read.
    public static final String PATH = "/metrics";

    public Metrics {
        collectors = List.copyOf(collectors);
    }

    /// Shows them to everybody who comes there.
    public Route route() {
        return Route.get(PATH, _ -> Response.ok().with("Cache-Control", "no-store")
                .withBody(Exposition.MEDIA_TYPE, text()));
    }

    String text() {
        Exposition exposition = new Exposition();
        collectors.forEach(collector -> collector.write(exposition));
        return exposition.toString();
    }
}
