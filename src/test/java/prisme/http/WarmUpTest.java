package prisme.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
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
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger observed = new AtomicInteger();
    private HttpServer server;
    private OwnStreams streams;

    @BeforeEach void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(this::execute);
        streams = new OwnStreams(server.createContext("/", guard), Duration.ZERO, guard.audience());
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
    private Optional<ConnectionStreams> streams(Runnable request) {
        asked.incrementAndGet();
        return streams.of(request);
    }

    /// Streams from which nothing ever comes.
    private Optional<ConnectionStreams> brokenStreams(Runnable request) {
        Optional<ConnectionStreams> streams = streams(request);
        streams.ifPresent(broken -> broken.in().end());
        return streams;
    }

    private void askOnceMore() throws IOException {
        try (SelfCall call = SelfCall.to(server.getAddress())) {
            call.send("/");
            call.await();
        }
    }

    private boolean warmUp(Gate.StreamSource source) {
        gate.use(source);
        return new WarmUp(server, guard, gate).run(source);
    }

    @Test void connectionsKeepOurStreamsWhereTheyWork() throws IOException {
        assertTrue(warmUp(this::streams));
        assertEquals(2, asked.get());
        askOnceMore();
        assertEquals(3, asked.get());
    }

    @Test void connectionsKeepOurStreamsWhereOnlyTheFirstAnswerFails() throws IOException {
        refusals.set(1);
        assertTrue(warmUp(this::streams));
        assertEquals(1, asked.get());
        askOnceMore();
        assertEquals(2, asked.get());
    }

    @Test void connectionsKeepOurStreamsWhereTheMachineWasBusy() throws IOException {
        refusals.set(2);
        assertTrue(warmUp(this::streams));
        askOnceMore();
        assertEquals(2, asked.get());
    }

    @Test void connectionsKeepTheirOwnStreamsWhereOursDoNotWork() throws IOException {
        try (LogLines log = new LogLines()) {
            assertFalse(warmUp(this::brokenStreams));
            assertTrue(log.only().contains("its own streams"), log::only);
        }
        assertEquals(3, asked.get());
        askOnceMore();
        assertEquals(3, asked.get());
    }

    @Test void connectionsKeepOurStreamsWhereNoAnswerComesAtAll() throws IOException {
        refusals.set(3);
        try (LogLines log = new LogLines()) {
            assertTrue(warmUp(this::streams));
            assertTrue(log.only().contains("could not call itself"), log::only);
        }
        assertEquals(0, asked.get());
        askOnceMore();
        assertEquals(1, asked.get());
    }

    @Test void tellsTheObserverOfOthersAlone() {
        guard.audience().set(new Observer() {
            @Override public void began(String pattern, Method method) {
                observed.incrementAndGet();
            }

            @Override public void ended(Answered answered) { }
        });
        AtomicInteger others = new AtomicInteger(1);
        warmUp(request -> {
            if (others.getAndDecrement() > 0) {
                assertDoesNotThrow(this::askOnceMore);
            }
            return streams(request);
        });
        assertEquals(3, asked.get());
        assertEquals(1, observed.get());
    }
}
