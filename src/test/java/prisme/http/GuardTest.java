package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import prisme.http.RawClient.Answer;

class GuardTest {
    private static final String GET = "GET /wait HTTP/1.1\r\nHost: x\r\n\r\n";

    @Test
    void answers503ThroughTheFiltersBeyondTheBound() throws IOException, InterruptedException {
        CountDownLatch waiting = new CountDownLatch(3);
        CountDownLatch released = new CountDownLatch(1);
        Router router = new Router(List.of(Route.get("/wait", _ -> waitFor(waiting, released))),
                List.of(new Scope("/", (request, next) -> next.handle(request).with("X-Seen", "yes"))));
        HttpServer server = serve(router, new ServerLimits(4, 16));
        try (RawClient one = RawClient.connect(server.getAddress());
                RawClient two = RawClient.connect(server.getAddress());
                RawClient three = RawClient.connect(server.getAddress());
                RawClient four = RawClient.connect(server.getAddress())) {
            one.send(GET);
            two.send(GET);
            three.send(GET);
            waiting.await();
            Answer refused = four.send(GET).read();
            assertEquals(503, refused.status());
            assertEquals("yes", refused.header("X-Seen"));
            assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
            released.countDown();
            assertEquals(200, one.read().status());
            assertEquals(200, two.read().status());
            assertEquals(200, three.read().status());
            assertEquals(200, four.send(GET).read().status());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void letsRequestsWaitWhereNoPlaceIsLeftToSaySo() throws IOException, InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Router router = new Router(List.of(Route.get("/wait", _ -> waitFor(waiting, released))), List.of());
        HttpServer server = serve(router, new ServerLimits(1, 16));
        try (RawClient one = RawClient.connect(server.getAddress());
                RawClient two = RawClient.connect(server.getAddress())) {
            one.send(GET);
            waiting.await();
            two.send(GET);
            released.countDown();
            assertEquals(200, one.read().status());
            assertEquals(200, two.read().status());
        } finally {
            server.stop(0);
        }
    }

    @Test
    @Timeout(20)
    void whoIsRefusedAndDoesNotGoMakesWayForOthers() throws IOException {
        HttpServer server = serve(new Router(List.of(), List.of()), new ServerLimits(4, 200));
        List<RawClient> refused = new ArrayList<>();
        try {
            long start = System.nanoTime();
            for (int i = 0; i < 60; i++) {
                RawClient client = RawClient.connect(server.getAddress());
                refused.add(client);
                client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
                assertEquals(413, client.read().status());
            }
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(time.compareTo(Unread.MAX_TIME.multipliedBy(60 / 4 / 2)) < 0, time::toString);
        } finally {
            for (RawClient client : refused) {
                client.close();
            }
            server.stop(0);
        }
    }

    private static Response waitFor(CountDownLatch waiting, CountDownLatch released) throws IOException {
        waiting.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return Response.ok();
    }

    private static HttpServer serve(Router router, ServerLimits limits) throws IOException {
        return serve(new Guard(router, new ProxyTrust.Nobody(), BasePath.none(), limits), limits);
    }

    static HttpServer serve(Guard guard, ServerLimits limits) throws IOException {
        HttpServer server = HttpServer.create(TestServer.ANY_PORT, 16);
        Gate gate = new Gate(guard, limits);
        server.setExecutor(request -> Thread.startVirtualThread(() -> gate.receive(request)));
        server.createContext("/", guard);
        server.start();
        return server;
    }
}
