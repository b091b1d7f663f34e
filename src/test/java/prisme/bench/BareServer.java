package prisme.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;

/// What any server on top of the JDK's is measured against: it reads the headers and the body of a pageview and answers
/// 200 and nothing else.
public final class BareServer {
    private static final List<String> HEADERS = List.of("Origin", "User-Agent", "X-Prisme-Referrer",
            "X-Prisme-Document-Referrer", "X-Prisme-Visitor-Id", "X-Prisme-Status");

    private BareServer() {}

    /// Prints the port and serves until it is ended.
    static void main() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.out.println(start().getAddress().getPort());
    }

    static HttpServer start() throws IOException {
        int port = Integer.getInteger("prisme.bench.port", 0);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", BareServer::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        for (String name : HEADERS) {
            exchange.getRequestHeaders().getFirst(name);
        }
        try (InputStream body = exchange.getRequestBody()) {
            int length = Integer.parseInt(exchange.getRequestHeaders().getFirst("Content-Length"));
            body.readNBytes(new byte[length], 0, length);
            body.read();
        }
        exchange.sendResponseHeaders(200, -1);
    }
}
