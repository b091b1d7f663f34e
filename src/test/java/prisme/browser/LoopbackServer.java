package prisme.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on a free port of this machine that remembers what it was asked. Browsers reach it under `127.0.0.1`,
/// `localhost` and every name that ends in `.localhost`.
public abstract class LoopbackServer implements AutoCloseable {
    static final byte[] NOTHING = {};

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    LoopbackServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /// Answers one request; the exchange is closed afterwards.
    abstract void answer(HttpExchange exchange, Received request) throws IOException;

    /// The origin under the host `localhost`.
    public String origin() {
        return origin("localhost");
    }

    /// The origin under another host.
    public String origin(String host) {
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    /// The address of a path here, on the host `localhost`.
    public String url(String path) {
        return origin() + path;
    }

    /// The requests so far, those for icons left out: browsers ask for them when they please.
    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request = Received.of(exchange);
            if (request.path().equals("/favicon.ico")) {
                send(exchange, 204, NOTHING);
            } else {
                received.add(request);
                answer(exchange, request);
            }
        }
    }
}
