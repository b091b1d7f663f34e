package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InflowTest {
    private Sockets sockets;
    private Inflow in;

    @BeforeEach void connect() throws IOException {
        sockets = Sockets.connected();
        in = new Inflow(sockets.server());
    }

    @AfterEach void disconnect() throws IOException {
        sockets.close();
    }

    private void come(String text) throws IOException {
        sockets.send(text, in);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private String read(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.US_ASCII);
    }

    @Test void putsMoreBytesInThePlaceOfSome() throws IOException {
        come("abcdef");
        in.replace(2, 1, bytes("CCC"));
        assertEquals("abCCCdef", read(8));
        assertEquals(0, in.held());
    }

    @Test void putsThemWhereOthersWereBefore() throws IOException {
        come("0123abcdef");
        assertEquals("0123", read(4));
        int room = in.room();
        in.replace(2, 1, bytes("CCC"));
        assertEquals(room, in.room());
        assertEquals("abCCCdef", read(8));
    }

    @Test void goesOnBehindThem() throws IOException {
        come("ab");
        in.replace(0, 1, bytes("AAAA"));
        come("cd");
        assertEquals("AAAAbcd", read(7));
    }

    /* Many requests come on one connection, and each could leave a little more room behind. */
    @Test void givesBackTheRoomThatItNeedsNoMore() throws IOException {
        for (int round = 0; round < 50; round++) {
            come("x".repeat(Math.max(1, in.room() - in.held())));  // until it is full
            in.replace(0, 1, bytes("x".repeat(1000)));
            read(in.held() - 1);
            come("y");
        }
        assertTrue(in.room() <= 10_000, () -> "room for " + in.room());
    }
}
