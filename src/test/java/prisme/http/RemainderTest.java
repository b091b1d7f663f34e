package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.http.RawClient.Answer;

class RemainderTest {
    /// More than the buffers between a server and a client hold.
    private static final int MIB = 24;

    private long now;
    private long read;
    private boolean isTime = true;

    /// A body without an end, of which each piece takes this long.
    private InputStream endless(Duration piece) {
        return new InputStream() {
            @Override public int read() {
                throw new AssertionError();
            }

            @Override public int read(byte[] bytes, int offset, int length) {
                now += piece.toNanos();
                read += length;
                return length;
            }
        };
    }

    private Remainder of(int most) {
        return new Remainder(most, () -> isTime, () -> now);
    }

    @ParameterizedTest @ValueSource(strings = {"/seen/deaf", "/first", "/hello"})
    @Timeout(20)
    void whoSendsEverythingFirstGetsToSeeTheAnswer(String path) throws IOException {
        try (TestServer server = new TestServer(new ProxyTrust.Nobody()); RawClient client = server.connect()) {
            String method = path.equals("/hello") ? "GET " : "POST ";
            client.send(method + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + (MIB << 20) + "\r\n\r\n");
            for (int i = 0; i < MIB; i++) {
                client.offer("x".repeat(1 << 20));
            }
            assertEquals(!path.equals("/hello"), client.isOpen(), "only a route that takes long bodies reads on");
            if (client.isOpen()) {
                Answer answer = client.read();
                assertEquals(path.equals("/first") ? 200 : 401, answer.status());
                assertEquals("close", answer.header("Connection"));
                assertEquals("", client.readToEnd());
            }
        }
    }

    @Test
    void endsWithTheBody() throws IOException {
        of(1).discard(InputStream.nullInputStream());
        assertEquals(0, now);
    }

    @Test
    void endsAfterSomeTime() throws IOException {
        of(1).discard(endless(Duration.ofMillis(100)));
        assertTrue(now >= Remainder.LONGEST.toNanos() && now < 2 * Remainder.LONGEST.toNanos(), () -> "at " + now);
    }

    @Test
    void endsWhenTheServerDoes() throws IOException {
        isTime = false;
        of(1).discard(endless(Duration.ZERO));
        assertEquals(0, read);
    }

    @Test
    void readsOfSoManyAtATimeAndOfTheNextOneAfterwards() throws IOException {
        Remainder remainder = of(1);
        remainder.discard(new InputStream() {
            @Override public int read() throws IOException {
                remainder.discard(endless(Duration.ZERO));
                return -1;
            }
        });
        assertEquals(0, read);
        remainder.discard(endless(Duration.ofSeconds(1)));
        assertTrue(read > 0);
    }
}
