package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import prisme.http.RawClient.Answer;

@Timeout(30)
class OrderlyStopTest {
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    /// Less than the time for which the server waits for a client.
    private static final Duration HELD_UP = Duration.ofMillis(150);
    private static final Duration SOON = Duration.ofMillis(2500);

    @Test
    void losesNoAnswerOfBusyClients() throws IOException, InterruptedException, ExecutionException {
        TestServer server = new TestServer(new ProxyTrust.Nobody());
        AtomicInteger answered = new AtomicInteger();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> ends = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                RawClient client = server.connect();
                ends.add(clients.submit(() -> askUntilTheEnd(client, answered)));
            }
            while (answered.get() < 1000) {
                Thread.onSpinWait();
            }
            assertTrue(timeOf(server::close).compareTo(SOON) < 0);
            for (Future<String> end : ends) {
                assertEquals("told to close", end.get());
            }
        }
        assertThrows(IOException.class, server::connect);
    }

    @Test
    void waitsForTheHandlerThatIsAtWork() throws IOException, InterruptedException {
        CountDownLatch atWork = new CountDownLatch(1);
        Route slow = Route.get("/hello", _ -> {
            atWork.countDown();
            sleep(Duration.ofMillis(700));
            return Response.ok();
        });
        HttpFront front = HttpFront.start(TestServer.ANY_PORT, new Router(List.of(slow), List.of()));
        try (RawClient client = RawClient.connect(front.address())) {
            client.send(GET);
            atWork.await();
            front.close();
            Answer answer = client.read();
            assertEquals(200, answer.status());
            assertEquals("close", answer.header("Connection"));
        }
    }

    @Test
    void waitsNeitherForHalfRequestsNorForIdleClients() throws IOException {
        TestServer server = new TestServer(new ProxyTrust.Nobody());
        try (RawClient half = server.connect(); RawClient body = server.connect(); RawClient idle = server.connect()) {
            half.send("GET /hello");
            body.send("POST /echo HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");
            idle.send(GET).read();
            long start = System.nanoTime();
            server.close();
            assertEquals("", half.readToEnd() + body.readToEnd() + idle.readToEnd());
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(time.compareTo(SOON) < 0, time::toString);
        }
    }

    @Test
    void givesUpOnAHandlerThatDoesNotEnd() throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch atWork = new CountDownLatch(1);
        ServerLimits limits = new ServerLimits(16, 16);
        Guard guard = new Guard(new Router(List.of(Route.get("/hello", _ -> {
            atWork.countDown();
            await(never);
            return Response.ok();
        })), List.of()), new ProxyTrust.Nobody(), BasePath.none(), limits);
        HttpServer server = GuardTest.serve(guard, limits);
        try (RawClient client = RawClient.connect(server.getAddress())) {
            client.send(GET);
            atWork.await();
            Duration time = timeOf(() -> run(new OrderlyStop(server, guard, Duration.ofSeconds(1))));
            assertTrue(time.compareTo(SOON) < 0, time::toString);
            assertEquals("", client.readToEnd());
        } finally {
            never.countDown();
        }
    }

    private static String askUntilTheEnd(RawClient client, AtomicInteger answered) throws IOException {
        long before = System.nanoTime();
        try (client) {
            while (true) {
                boolean isHeldUp = System.nanoTime() - before > HELD_UP.toNanos();
                Answer answer = isHeldUp ? lastOne() : client.send(GET).read();
                answered.incrementAndGet();
                if (answer.header("Connection").equals("close")) {
                    return "told to close";
                }
                before = System.nanoTime();
            }
        } catch (IOException e) {
            return "lost: " + e;
        }
    }

    /* A client that the machine has kept from running is not a busy one. */
    private static Answer lastOne() {
        return new Answer(0, List.of("connection: close"), "");
    }

    private static Duration timeOf(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void run(OrderlyStop stop) {
        try {
            stop.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
