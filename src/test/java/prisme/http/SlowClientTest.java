package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import prisme.bench.ForkedServer;

/// Uses a server in a process of its own, which waits one second for its clients and has at most 100 connections.
@Timeout(60)
class SlowClientTest {
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String POST = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n";
    private static final int MAX_CONNECTIONS = 100;

    private static ForkedServer server;

    @BeforeAll
    static void start() throws IOException {
        server = ForkedServer.start(TestServer.class,
                "--add-opens=jdk.httpserver/sun.net.httpserver=ALL-UNNAMED",
                "-Djdk.httpserver.maxConnections=" + MAX_CONNECTIONS,
                "-Dsun.net.httpserver.maxReqTime=1", "-Dsun.net.httpserver.maxRspTime=1",
                "-Dsun.net.httpserver.idleInterval=1", "-Dsun.net.httpserver.clockTick=100",
                "-Dsun.net.httpserver.timerMillis=100");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void cutsEverybodyWhoIsSlowWhileOthersAreServed() throws IOException, InterruptedException, ExecutionException {
        Map<String, Future<String>> ends = new LinkedHashMap<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            ends.put("nothing at all", clients.submit(() -> rest("")));
            ends.put("one byte", clients.submit(() -> rest("G")));
            ends.put("half a head", clients.submit(() -> rest("GET / HTTP/1.1\r\nHost: x\r\nX")));
            ends.put("a head and no body", clients.submit(() -> rest(POST)));
            ends.put("request line", clients.submit(() -> drip("", "G")));
            ends.put("headers", clients.submit(() -> drip("GET / HTTP/1.1\r\n", "X")));
            ends.put("empty lines", clients.submit(() -> drip("", "\r\n")));
            ends.put("body", clients.submit(() -> drip(POST, "b")));
            while (!ends.values().stream().allMatch(Future::isDone)) {
                assertEquals("hello", hello());
            }
            for (Map.Entry<String, Future<String>> end : ends.entrySet()) {
                assertEquals("", end.getValue().get(), end.getKey());
            }
        }
    }

    @Test
    void cutsTheSecondRequestOfAConnectionToo() throws IOException {
        try (RawClient client = RawClient.connect(server.address())) {
            assertEquals("hello", client.send(GET).read().body());
            assertEquals("", client.send("GET /hel").readToEnd());
        }
    }

    @Test
    void cutsWhoeverDoesNotTakeTheAnswer() throws IOException, InterruptedException {
        try (RawClient client = RawClient.connect(server.address())) {
            client.send("GET /flood HTTP/1.1\r\nHost: x\r\n\r\n");
            Thread.sleep(2500);  // the server's patience is one second
            String answer = client.readToEnd();
            assertTrue(answer.startsWith("HTTP/1.1 200 ") && !answer.endsWith("\r\n0\r\n\r\n"));
        }
    }

    @Test
    void waitsForABodyThatARouteReadsWhileItGetsOn() throws IOException, InterruptedException {
        try (RawClient client = RawClient.connect(server.address())) {
            client.send("POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\n\r\n");
            for (int i = 0; i < 8; i++) {
                Thread.sleep(300);
                client.send("x");
            }
            assertEquals("8", client.read().body());
        }
        assertEquals("", rest("POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\n\r\nx"));
    }

    @Test
    void waitsForWhoeverTakesALongAnswerSlowly() throws IOException, InterruptedException {
        try (RawClient client = RawClient.connect(server.address())) {
            client.send("GET /flood HTTP/1.1\r\nHost: x\r\n\r\n");
            for (int i = 0; i < 8; i++) {
                Thread.sleep(300);
                client.skip(6 << 20);
            }
            assertTrue(client.readToEnd().endsWith("\r\n0\r\n\r\n"));
        }
    }

    @Test
    void waitsForAnAnswerThatTakesItsTimeAndIsFlushedMeanwhile() throws IOException {
        try (RawClient client = RawClient.connect(server.address())) {
            assertEquals("!", client.send("GET /thoughtful HTTP/1.1\r\nHost: x\r\n\r\n").read().body());
        }
    }

    @Test
    void waitsForAnAnswerThatTakesItsTime() throws IOException {
        try (RawClient client = RawClient.connect(server.address())) {
            assertEquals("thought out", client.send("GET /thought-out HTTP/1.1\r\nHost: x\r\n\r\n").read().body());
        }
    }

    @Test
    void cutsWhoeverDoesNotTakeAnAnswerThatIsThereAsAWhole() throws IOException, InterruptedException {
        try (RawClient client = RawClient.connect(server.address())) {
            client.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
            Thread.sleep(2500);  // the server's patience is one second
            assertTrue(client.readToEnd().length() < 16 << 20);
        }
    }

    @Test
    void endsIdleConnections() throws IOException {
        try (RawClient client = RawClient.connect(server.address())) {
            assertEquals("hello", client.send(GET).read().body());
            assertEquals("", client.readToEnd());
        }
    }

    @Test
    void givesTheConnectionsOfBrokenBodiesBackAtOnce() throws IOException {
        for (int i = 0; i < 10 * MAX_CONNECTIONS; i++) {
            try (RawClient client = RawClient.connect(server.address())) {
                assertEquals("", client.send(POST + "abc").finish().readToEnd());
            }
            if (i % MAX_CONNECTIONS == 0) {
                assertEquals("hello", hello());
            }
        }
    }

    @Test
    void survivesMoreConnectionsThanItTakes() throws IOException {
        List<RawClient> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * MAX_CONNECTIONS; i++) {
                crowd.add(RawClient.connect(server.address()).offer("G"));
            }
            for (RawClient client : crowd) {
                assertEquals("", client.readToEnd());
            }
        } finally {
            for (RawClient client : crowd) {
                client.close();
            }
        }
        assertEquals("hello", hello());
        assertTrue(server.process().isAlive());
    }

    private static String rest(String text) throws IOException {
        try (RawClient client = RawClient.connect(server.address())) {
            return client.send(text).readToEnd();
        }
    }

    private static String drip(String start, String piece) throws IOException, InterruptedException {
        try (RawClient client = RawClient.connect(server.address())) {
            client.send(start);
            while (client.isOpen()) {
                client.offer(piece);
                Thread.sleep(50);
            }
            return client.readToEnd();
        }
    }

    private static String hello() throws IOException {
        try (RawClient client = RawClient.connect(server.address())) {
            return client.send(GET).read().body();
        }
    }
}
