package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.bench.ForkedServer;

/// A crowd of slow clients keeps nobody out, with a heap of 64 MB and the usual timeouts.
@Timeout(60)
class CrowdTest {
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String POST = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n";
    private static final String OPENS = "--add-opens=jdk.httpserver/sun.net.httpserver=ALL-UNNAMED";
    private static final int CROWD = 1500;
    private static final int HONEST = 100;

    private final List<RawClient> crowd = new ArrayList<>();
    private ForkedServer server;

    @BeforeEach
    void start() throws IOException {
        server = ForkedServer.start(TestServer.class, OPENS);
    }

    @AfterEach
    void stop() throws IOException {
        for (RawClient client : crowd) {
            client.close();
        }
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", "GET / HTTP/1.1\r\nX: ", POST, POST + "abc"})
    void othersAreServedAtOnce(String start) throws IOException {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(RawClient.connect(server.address()).offer(start));
            if (i % (CROWD / HONEST) == 0) {
                times.add(timeOfHello());
            }
        }
        times.sort(null);
        assertTrue(times.get(HONEST * 9 / 10) < 1000, times::toString);
        assertTrue(server.process().isAlive());
    }

    @Test
    void othersAreServedWhileManyTakeNoAnswer() throws IOException {
        for (int i = 0; i < CROWD / 3; i++) {
            crowd.add(RawClient.connect(server.address()).offer("GET /flood HTTP/1.1\r\nHost: x\r\n\r\n"));
            if (i % 10 == 0) {
                timeOfHello();
            }
        }
    }

    @Test
    void whoSendsAllAtOnceKeepsItsPlace() throws IOException {
        for (int i = 0; i < 300; i++) {
            crowd.add(RawClient.connect(server.address()));
        }
        for (RawClient client : crowd) {
            client.send(GET);
        }
        int[] statuses = new int[crowd.size()];
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = crowd.get(i).read().status();
        }
        assertEquals(statuses.length, Arrays.stream(statuses).filter(status -> status == 200).count());
    }

    @Test
    void whoIsNotKeptIsTold() throws IOException {
        try (ForkedServer few = ForkedServer.start(TestServer.class, OPENS, "-Djdk.httpserver.maxConnections=200")) {
            int told = 0;
            for (int i = 0; i < 150; i++) {
                RawClient client = RawClient.connect(few.address());
                crowd.add(client);
                if (client.send(GET).read().header("connection").equals("close")) {
                    assertEquals("", client.readToEnd());
                    crowd.removeLast().close();
                    told++;
                }
            }
            assertTrue(told > 50, () -> "kept " + crowd.size());
            for (RawClient client : crowd) {
                assertEquals(200, client.send(GET).read().status());
            }
        }
    }

    /// When more than three quarters of the connections are in use, the oldest go first; of those that come at about
    /// the same time, any may.
    @ParameterizedTest
    @ValueSource(strings = {"", "GET / HT"})
    void theSilentAndTheSlowGiveWayToOthers(String start) throws IOException {
        try (ForkedServer few = ForkedServer.start(TestServer.class, OPENS, "-Djdk.httpserver.maxConnections=200")) {
            int most = 172;  // were all above 150 counted until they know that they are gone: less than 200
            for (int i = 0; i < 400; i++) {
                if (i >= most) {
                    assertEquals("", crowd.get(i - most).readToEnd());
                }
                crowd.add(RawClient.connect(few.address()).offer(start));
                if (i % 20 == 0) {
                    try (RawClient client = RawClient.connect(few.address())) {
                        assertEquals("hello", client.send(GET).read().body());
                    }
                }
            }
        }
    }

    @Test
    void aServerWhoseFieldsAreClosedWorksToo() throws IOException {
        try (ForkedServer closed = ForkedServer.start(TestServer.class);
                RawClient client = RawClient.connect(closed.address())) {
            assertEquals("hello", client.send(GET).read().body());
            assertEquals("hello", client.send(GET).read().body());
        }
    }

    private long timeOfHello() throws IOException {
        long start = System.nanoTime();
        try (RawClient client = RawClient.connect(server.address())) {
            assertEquals("hello", client.send(GET).read().body());
        }
        return (System.nanoTime() - start) / 1_000_000;
    }
}
