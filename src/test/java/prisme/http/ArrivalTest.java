package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ArrivalTest {
    private static final String GET = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String POST = "POST /a HTTP/1.1\r\nHost: x\r\n";

    private Sockets sockets;
    private Inflow in;

    @BeforeEach void connect() throws IOException {
        sockets = Sockets.connected();
        in = new Inflow(sockets.server());
    }

    @AfterEach void disconnect() throws IOException {
        sockets.close();
    }

    private Arrival arrival() {
        return new Arrival(in, (method, path) -> method == Method.POST && path.equals("/stream"));
    }

    private void come(String text) throws IOException {
        sockets.send(text, in);
    }

    private Arrival.State stateOf(String text) throws IOException {
        Arrival arrival = arrival();
        come(text);
        return arrival.look();
    }

    private int refused(String text) throws IOException {
        return assertInstanceOf(Arrival.State.Wrong.class, stateOf(text)).why().response().status();
    }

    @ParameterizedTest
    @ValueSource(strings = {GET, "\r\n\r\n" + GET, POST + "Content-Length: 3\r\n\r\nabc",
        POST + "content-length:0\r\n\r\n"})
    void isHereWithItsLastByteAndNotBefore(String request) throws IOException {
        Arrival arrival = arrival();
        for (int i = 0; i < request.length() - 1; i++) {
            come(request.substring(i, i + 1));
            assertInstanceOf(Arrival.State.Coming.class, arrival.look());
        }
        come(request.substring(request.length() - 1));
        assertInstanceOf(Arrival.State.Here.class, arrival.look());
        byte[] read = in.readNBytes(request.length());
        assertEquals(request, new String(read, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {POST + "Content-Length: 65537\r\n\r\n", POST + "Content-Length: x\r\n\r\n",
        POST + "Content-Length: 3\r\nContent-Length: 3\r\n\r\n", POST + "Transfer-Encoding: chunked\r\n\r\n",
        POST + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n", POST + "Content-Length:\r\n\r\n",
        "POST /stream?x HTTP/1.1\r\nContent-Length: 3\r\n\r\n"})
    void leavesBodiesThatItCannotWaitForToOthers(String head) throws IOException {
        assertInstanceOf(Arrival.State.Here.class, stateOf(head));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /a HTTP/1.1\n", "\n", "GET /a HTTP/1.1\rX: a\r\n", "GET /a HTTP/1.1\r\nX: a\n",
        "GET /a HTTP/1.1\r\nX: a\rY: b\r\n", "GET /a HTTP/1.1\r\nX: a\r\n b\r\n", "GET /a HTTP/1.1\r\n X: a\r\n",
        "\u0016\u0003\u0001", "GET /\0", "GET /\t", "CONNECT a:443 HTTP/1.1\r\n"})
    void refusesWhatOthersCouldReadDifferentlyAtOnce(String start) throws IOException {
        assertEquals(400, refused(start));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /b?y={ HTTP/1.1\r\n\r\n", "abc"})
    void encodesTheTargetAndNothingElse(String behind) throws IOException {
        String rest = " HTTP/1.1\r\nX: ?{}%\r\nContent-Length: 3\r\n\r\n?{%";
        assertInstanceOf(Arrival.State.Here.class, stateOf("\r\nPOST /[a]?x={%}|\u00ff" + rest + behind));
        String read = "\r\nPOST /%5Ba%5D?x=%7B%25%7D%7C%FF" + rest;
        assertEquals(read, new String(in.readNBytes(read.length()), StandardCharsets.ISO_8859_1));
        assertEquals(behind, new String(in.readNBytes(behind.length()), StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({"'', true", "Content-Length: 3, true", "Content-Length: 4, false", "Content-Length: 99999, false",
            "Transfer-Encoding: chunked, false"})
    void saysWhetherAllOfItIsHere(String header, boolean isWhole) throws IOException {
        String end = header.isEmpty() ? "" : header + "\r\n";
        assertEquals(new Arrival.State.Here(isWhole),
                stateOf("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n" + end + "\r\nabc"));
    }

    @Test void encodesTheTargetsOfRequestsThatComeTogether() throws IOException {
        come("GET /a?x={ HTTP/1.1\r\n\r\n".repeat(200));
        for (int i = 0; i < 200; i++) {
            assertInstanceOf(Arrival.State.Here.class, arrival().look());
            String read = "GET /a?x=%7B HTTP/1.1\r\n\r\n";
            assertEquals(read, new String(in.readNBytes(read.length()), StandardCharsets.ISO_8859_1));
        }
        assertEquals(0, in.held());
    }

    @Test void encodesTheTargetHoweverItComes() throws IOException {
        String request = "GET /a?{{ HTTP/1.1\r\nX: y\r\n\r\n";
        Arrival arrival = arrival();
        for (int i = 0; i < request.length(); i++) {
            come(request.substring(i, i + 1));
            arrival.look();
        }
        String read = request.replace("{", "%7B");
        assertEquals(read, new String(in.readNBytes(read.length()), StandardCharsets.ISO_8859_1));
    }

    @Test void boundsTheFirstLineAsItIsReadThen() throws IOException {
        String around = "GET /a? HTTP/1.1";
        int room = (Arrival.MOST_HEAD - around.length()) / 3;
        assertEquals(431, refused("GET /a?" + "{".repeat(room) + " HTTP/1.1\r\n"));
        in.forget();
        in = new Inflow(sockets.server());
        assertEquals(414, refused("GET /a?" + "{".repeat(room + 1) + " HTTP/1.1\r\n"));
        assertTrue(in.room() <= 2 * Arrival.MOST_HEAD);
    }

    @Test void boundsTheHeadAsItIsReadThen() throws IOException {
        String plain = "GET /a?{{{{ HTTP/1.1\r\nX: \r\n\r\n";
        int room = Arrival.MOST_HEAD - plain.length() - 8;
        assertInstanceOf(Arrival.State.Here.class, stateOf(plain.replace("X: ", "X: " + "x".repeat(room))));
        in.readNBytes(Arrival.MOST_HEAD);
        assertEquals(0, in.held());
        assertEquals(431, refused(plain.replace("X: ", "X: " + "x".repeat(room + 1))));
    }

    @Test void boundsTheHead() throws IOException {
        int room = Arrival.MOST_HEAD - GET.length();
        assertInstanceOf(Arrival.State.Here.class, stateOf(GET.replace("/a", "/a" + "a".repeat(room))));
        in.readNBytes(Arrival.MOST_HEAD);
        assertEquals(431, refused(GET.replace("x\r", "xx" + "x".repeat(room) + "\r")));
    }

    @Test void boundsTheFirstLineWithoutItsEnd() throws IOException {
        assertEquals(414, refused("GET /" + "a".repeat(Arrival.MOST_HEAD)));
    }

    @Test void boundsTheHeaders() throws IOException {
        String many = "GET /a HTTP/1.1\r\n" + "X: a\r\n".repeat(Arrival.MOST_HEADERS);
        assertInstanceOf(Arrival.State.Here.class, stateOf(many + "\r\n"));
        in.readNBytes(many.length() + 2);
        assertEquals(431, refused(many + "X: a\r\n"));
    }
}
