package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WarmUpTest {
    private final ServerLimits limits = ServerLimits.of(64 << 20, 1 << 16);
    private final Guard guard = new Guard(new Router(List.of(Route.get("/", _ -> Response.ok())), List.of()),
            new ProxyTrust.Nobody(), BasePath.none(), limits);
    private final Gate gate = new Gate(guard, limits);
    private final AtomicInteger laid = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer server;
    private Lines lines;

    @BeforeEach void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(this::execute);
        lines = new Lines(server.createContext("/", guard), Duration.ZERO);
        server.start();
    }

    @AfterEach void stop() {
        server.stop(0);
    }

    private void execute(Runnable request) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new RejectedExecutionException();
        }
        Thread.startVirtualThread(() -> gate.receive(request));
    }

    /// Our streams, counted.
    private Optional<Line> line(Runnable request) {
        laid.incrementAndGet();
        return lines.of(request);
    }

    /// Streams from which nothing ever comes.
    private Optional<Line> brokenLine(Runnable request) {
        Optional<Line> line = line(request);
        line.ifPresent(broken -> broken.in().end());
        return line;
    }

    private void askOnceMore() throws IOException {
        try (SelfCall call = SelfCall.open(server.getAddress(), "/")) {
            call.await();
        }
    }

    @Test void connectionsKeepOurStreamsWhereTheyWork() throws IOException {
        assertTrue(HttpFront.warmUp(server.getAddress(), gate, this::line));
        int before = laid.get();
        askOnceMore();
        assertEquals(before + 1, laid.get());
    }

    @Test void connectionsKeepOurStreamsWhereOnlyTheFirstAnswerFails() throws IOException {
        refusals.set(1);
        assertTrue(HttpFront.warmUp(server.getAddress(), gate, this::line));
        assertEquals(1, laid.get());
        askOnceMore();
        assertEquals(2, laid.get());
    }

    @Test void connectionsKeepTheirOwnStreamsWhereOursDoNotWork() throws IOException {
        try (LogLines log = new LogLines()) {
            assertFalse(HttpFront.warmUp(server.getAddress(), gate, this::brokenLine));
            assertTrue(log.only().contains("its own streams"), log::only);
        }
        assertEquals(1, laid.get());
        askOnceMore();
        assertEquals(1, laid.get());
    }
}
