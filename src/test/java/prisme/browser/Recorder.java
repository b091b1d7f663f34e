package prisme.browser;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;

/// Stands where a Prisme server would: gives out the tracker, takes every event and remembers it.
public final class Recorder extends LoopbackServer {
    /// Where the tracker is.
    public static final String SCRIPT = "/static/wa.js";

    private final byte[] script;

    /// @param script the tracker to give out
    public Recorder(byte[] script) {
        this.script = script;
    }

    /// What came to the events API so far, wherever that is, preflights too.
    public List<Received> events() {
        return received().stream().filter(request -> request.path().contains("/api/")).toList();
    }

    /// Waits for this many requests to the events API.
    public List<Received> awaitEvents(int count) {
        Patience.until(() -> count + " requests, so far there are " + events(), () -> events().size() >= count);
        return events();
    }

    @Override void answer(HttpExchange exchange, Received request) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Origin", "*");
        if (request.method().equals("OPTIONS")) {
            headers.set("Access-Control-Allow-Headers", request.header("Access-Control-Request-Headers").orElse(""));
            headers.set("Access-Control-Allow-Methods", "POST");
            send(exchange, 204, NOTHING);
        } else if (request.path().equals(SCRIPT)) {
            headers.set("Content-Type", "text/javascript; charset=utf-8");
            send(exchange, 200, script);
        } else {
            send(exchange, 200, NOTHING);
        }
    }
}
