package prisme.browser;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A little site whose pages a test makes up.
public final class TestSite extends LoopbackServer {
    private record Content(int status, String body, Map<String, String> headers) {}

    private static final Content MISSING = new Content(404, "nothing here", Map.of());

    private final Map<String, Content> contents = new ConcurrentHashMap<>();

    /// Serves this HTML at a path, whatever the query.
    public TestSite page(String path, String html) {
        return page(path, html, Map.of());
    }

    /// Serves this at a path, with these headers too. It is HTML unless they name another `Content-Type`.
    public TestSite page(String path, String html, Map<String, String> headers) {
        contents.put(path, new Content(200, html, headers));
        return this;
    }

    @Override void answer(HttpExchange exchange, Received request) throws IOException {
        Content content = contents.getOrDefault(request.path(), MISSING);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        content.headers.forEach(exchange.getResponseHeaders()::set);
        send(exchange, content.status, content.body.getBytes(StandardCharsets.UTF_8));
    }
}
