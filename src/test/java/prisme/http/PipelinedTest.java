package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PipelinedTest {
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final String FIRST = "GET /first HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String SECOND = "GET /second HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger seconds = new AtomicInteger();

    @Test void givesATurnBackWhateverHappensInIt() {
        Pipelined pipelined = new Pipelined(1, FOR_EVER);
        assertThrows(IllegalStateException.class, () -> pipelined.run(() -> {
            throw new IllegalStateException();
        }));
        AtomicInteger ran = new AtomicInteger();
        pipelined.run(ran::incrementAndGet);
        pipelined.run(ran::incrementAndGet);
        assertEquals(2, ran.get());
    }

    @Test void nobodyWaitsForATurnLongerThanAMoment() {
        Pipelined pipelined = new Pipelined(1, Duration.ofMillis(1));
        AtomicInteger ran = new AtomicInteger();
        pipelined.run(() -> pipelined.run(() -> pipelined.run(ran::incrementAndGet)));
        assertEquals(1, ran.get());
        new Pipelined(1, FOR_EVER).run(ran::incrementAndGet);
        assertEquals(2, ran.get());
    }

    @Test void whoSendsManyTogetherIsInNobodysWay() throws IOException {
        HttpServer server = serve(new Pipelined(1, FOR_EVER));
        try (RawClient one = RawClient.connect(server.getAddress());
                RawClient two = RawClient.connect(server.getAddress());
                RawClient other = RawClient.connect(server.getAddress())) {
            assertEquals(200, one.send(FIRST + SECOND).read().status());
            assertEquals(200, two.send(FIRST + SECOND).read().status());
            for (int i = 0; i < 5; i++) {
                assertEquals(200, other.send(FIRST).read().status());
            }
            assertTrue(seconds.get() <= 1, "the other second one waits for its turn");
            released.countDown();
            assertEquals(200, one.read().status());
            assertEquals(200, two.read().status());
            assertEquals(2, seconds.get());
        } finally {
            server.stop(0);
        }
    }

    private HttpServer serve(Pipelined pipelined) throws IOException {
        ServerLimits limits = new ServerLimits(16, 16);
        Router router = new Router(List.of(Route.get("/first", _ -> Response.ok()),
                Route.get("/second", _ -> second())), List.of());
        Guard guard = new Guard(router, new ProxyTrust.Nobody(), BasePath.none(), limits);
        HttpServer server = HttpServer.create(TestServer.ANY_PORT, 16);
        Gate gate = new Gate(guard, limits, pipelined);
        gate.use(new OwnStreams(server.createContext("/", guard), Duration.ZERO, guard.audience())::of);
        server.setExecutor(request -> Thread.startVirtualThread(() -> gate.receive(request)));
        server.start();
        return server;
    }

    private Response second() throws IOException {
        seconds.incrementAndGet();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return Response.ok();
    }
}
