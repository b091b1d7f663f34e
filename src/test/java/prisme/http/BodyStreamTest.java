package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import prisme.http.RawClient.Answer;

/// A route may read a body of any length itself. What it leaves unread is never taken for the next request.
class BodyStreamTest {
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer(new ProxyTrust.Nobody());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String post(String path, long length) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n";
    }

    @Test
    void isReadToItsEndHoweverLong() throws IOException {
        int megabytes = 10;
        try (RawClient client = server.connect()) {
            client.send(post("/count", (long) megabytes << 20));
            for (int i = 0; i < megabytes; i++) {
                client.send("x".repeat(1 << 20));
            }
            assertEquals(Long.toString((long) megabytes << 20), client.read().body());
            assertEquals("hello", client.send(GET).read().body());
        }
    }

    @Test
    void mayBeEmpty() throws IOException {
        try (RawClient client = server.connect()) {
            assertEquals("0", client.send(post("/count", 0)).read().body());
            assertEquals("0", client.send("POST /count HTTP/1.1\r\nHost: x\r\n\r\n").read().body());
            assertEquals("-1", client.send(post("/first", 0)).read().body());
            assertEquals("hello", client.send(GET).read().body());
        }
    }

    @Test
    void keepsTheConnectionWhenAllWasRead() throws IOException {
        try (RawClient client = server.connect()) {
            assertEquals("120", client.send(post("/first", 1) + "x" + GET).read().body());
            assertEquals("hello", client.read().body());
        }
    }

    @Test
    void endsTheConnectionWhenSomethingIsLeft() throws IOException {
        try (RawClient client = server.connect()) {
            Answer answer = client.send(post("/first", GET.length() + 1) + "x" + GET + GET).read();
            assertEquals("120", answer.body());
            assertEquals("close", answer.header("Connection"));
            assertEquals("", client.readToEnd());
        }
    }

    @Test
    void needNotBeReadByWhoeverRefusesIt() throws IOException {
        try (RawClient client = server.connect()) {
            Answer answer = client.send(post("/seen/deaf", 1L << 40) + "x".repeat(1000)).read();
            assertEquals(401, answer.status());
            assertEquals("close", answer.header("Connection"));
            assertEquals("yes", answer.header("X-Seen"));
        }
    }

    @Test
    void isNotAnsweredWhenItBreaksOff() throws IOException {
        try (LogLines log = new LogLines(); RawClient client = server.connect()) {
            assertEquals("", client.send(post("/count", 100) + "abc").finish().readToEnd());
            assertEquals(List.of(), log.all());
        }
    }

    @Test
    void mustHaveALengthAndNoCoding() throws IOException {
        try (RawClient client = server.connect()) {
            String head = "POST /count HTTP/1.1\r\nHost: x\r\n";
            assertEquals(411, client.send(head + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n").read().status());
        }
        try (RawClient client = server.connect()) {
            String head = "POST /count HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\n";
            assertEquals(415, client.send(head + "Content-Length: 1\r\n\r\nx").read().status());
        }
        try (RawClient client = server.connect()) {
            assertEquals(413, client.send(post("/echo", 65_537)).read().status());
        }
    }

    @Test
    void saysWhenItIsShorterThanAnnounced() throws IOException {
        BodyStream body = new BodyStream(new ByteArrayInputStream("ab".getBytes(StandardCharsets.US_ASCII)), 3,
                () -> { });
        assertEquals(2, body.read(new byte[10]));
        assertThrows(BodyStream.Broken.class, () -> body.read(new byte[10]));
        assertTrue(assertThrows(IOException.class, body::requireUnbroken).getMessage().contains("to its end"));
    }
}
