package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OwnStreamsTest {
    private static final String BEFORE = "GET /before HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String BEHIND = "GET /behind HTTP/1.1\r\nHost: x\r\n\r\n";

    private final ServerLimits limits = ServerLimits.ofThisProcess();
    private Listener listener;

    /// From now on new connections have streams of ours.
    private Response useOurs() {
        listener.gate().use(listener.streams()::of);
        return Response.ok();
    }

    @Test void aConnectionKeepsTheStreamsWithWhichItBegan() throws IOException {
        Router router = new Router(List.of(Route.get("/before", _ -> useOurs()),
                Route.get("/behind", _ -> Response.noContent())), List.of());
        listener = Listener.at(TestServer.ANY_PORT, limits,
                new Guard(router, new ProxyTrust.Nobody(), BasePath.none(), limits));
        listener.gate().use(_ -> Optional.empty());
        HttpServer server = listener.server();
        server.start();
        try (RawClient client = RawClient.connect(server.getAddress())) {
            client.send(BEFORE + BEHIND);  // both are in the JDK's buffer before the first is answered
            assertEquals(200, client.read().status());
            assertEquals(204, client.read().status());
        } finally {
            server.stop(0);
        }
    }
}
