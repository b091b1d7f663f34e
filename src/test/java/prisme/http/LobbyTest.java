package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class LobbyTest {
    private static final String GET = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    /// Each waiting request takes 2 KB.
    private static final int ROOM = 5000;

    private final Lobby lobby = new Lobby(ROOM, (_, _) -> false);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<ConnectionStreams> connections = new ArrayList<>();
    private final List<SocketChannel> clients = new ArrayList<>();
    private final List<Future<Lobby.Presence>> waits = new ArrayList<>();
    private ServerSocketChannel listener;

    @BeforeEach void listen() throws IOException {
        listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach void close() throws IOException {
        for (SocketChannel client : clients) {
            client.close();
        }
        threads.close();
        listener.close();
    }

    private void come(String start) throws IOException {
        SocketChannel client = SocketChannel.open(listener.getLocalAddress());
        clients.add(client);
        SocketChannel server = listener.accept();
        ConnectionStreams one = new ConnectionStreams(new Inflow(server), new Outflow(server, new Audience()));
        connections.add(one);
        waits.add(threads.submit(() -> lobby.await(one)));
        send(clients.size() - 1, start);
    }

    private void send(int client, String text) throws IOException {
        clients.get(client).write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void awaitWaiting(int count) {
        while (lobby.waiting() != count) {
            Thread.onSpinWait();
        }
    }

    private String rest(int client) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(4096);
        int read = 0;
        while (read >= 0) {
            read = clients.get(client).read(all);
        }
        return new String(all.array(), 0, all.position(), StandardCharsets.ISO_8859_1);
    }

    @Test void letsEachInWhenItIsHere() throws Exception {
        come("G");
        come(GET);
        assertEquals(Lobby.Presence.WHOLE, waits.get(1).get());
        assertFalse(waits.get(0).isDone());
        send(0, GET.substring(1));
        assertEquals(Lobby.Presence.WHOLE, waits.get(0).get());
    }

    @Test void cutsOffWhoHasBeenInLongestWhenTheRoomIsUsedUp() throws Exception {
        come("G");
        awaitWaiting(1);
        come("G");
        awaitWaiting(2);
        come("G");
        assertEquals(Lobby.Presence.NOTHING, waits.get(0).get());
        assertEquals("", rest(0));
        send(1, GET.substring(1));
        send(2, GET.substring(1));
        assertEquals(Lobby.Presence.WHOLE, waits.get(1).get());
        assertEquals(Lobby.Presence.WHOLE, waits.get(2).get());
    }

    @Test void cutsOffSoManyAsItIsTold() throws Exception {
        come("G");
        awaitWaiting(1);
        assertEquals(1, lobby.cutOff(2));
        assertEquals(Lobby.Presence.NOTHING, waits.get(0).get());
        assertEquals(0, lobby.cutOff(1));
    }

    @Test void tellsWhoSendsNoRequest() throws Exception {
        come("GET /a HTTP/1.1\n");
        String told = rest(0);
        assertTrue(told.startsWith("HTTP/1.1 400 Bad Request\r\n") && told.contains("CR LF"), told);
        clients.getFirst().close();
        assertEquals(Lobby.Presence.NOTHING, waits.get(0).get());
    }

    @Test void noticesTheEndOfAClient() throws Exception {
        come("GET /a HT");
        clients.getFirst().close();
        assertEquals(Lobby.Presence.NOTHING, waits.get(0).get());
    }

    @Test void cutsOffAsManyAsTakeTheRoomThatOneNeeds() throws Exception {
        come("G");
        awaitWaiting(1);
        come("G");
        awaitWaiting(2);
        come("GET /" + "a".repeat(2043));
        assertEquals(Lobby.Presence.NOTHING, waits.get(0).get());
        assertEquals(Lobby.Presence.NOTHING, waits.get(1).get());
        assertEquals(1, lobby.waiting());
    }

    @Test void countsWhoIsHereUntilThereIsAPlace() throws Exception {
        come("G");
        awaitWaiting(1);
        send(0, GET.substring(1));
        assertEquals(Lobby.Presence.WHOLE, waits.getFirst().get());
        assertEquals(1, lobby.waiting());
        lobby.leave(connections.getFirst());
        assertEquals(0, lobby.waiting());
        assertEquals(GET.length(), connections.getFirst().in().held());
    }

    @Test void countsWhoTakesMoreRoomThanCameOnceItsQueryIsEncoded() throws Exception {
        come(GET.replace("/a", "/a?" + "{".repeat(1000)));
        assertEquals(Lobby.Presence.WHOLE, waits.getFirst().get());
        assertEquals(1, lobby.waiting());
        lobby.leave(connections.getFirst());
        assertEquals(0, lobby.waiting());
    }

    @Test void letsNobodyReadARequestThatItHasCutOff() throws Exception {
        come("G");
        awaitWaiting(1);
        send(0, GET.substring(1));
        assertEquals(Lobby.Presence.WHOLE, waits.getFirst().get());
        assertEquals(1, lobby.cutOff(1));
        lobby.leave(connections.getFirst());
        assertEquals(-1, connections.getFirst().in().read());
    }

    @Test void letsNobodyReadWhatWasHereAtOnceWhenItsConnectionHasEnded() throws Exception {
        come(GET);
        assertEquals(Lobby.Presence.WHOLE, waits.getFirst().get());
        connections.getFirst().in().close();  // as the JDK's server does when a request has no place for too long
        lobby.leave(connections.getFirst());
        assertEquals(-1, connections.getFirst().in().read());
    }

    @Test void endsTheConnectionOfWhoCannotBeReceived() throws Exception {
        Lobby broken = new Lobby(ROOM, (_, _) -> {
            throw new StackOverflowError("no room for routes");
        });
        SocketChannel client = SocketChannel.open(listener.getLocalAddress());
        clients.add(client);
        SocketChannel server = listener.accept();
        send(0, "POST /a HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc");
        try (LogLines log = new LogLines()) {
            assertEquals(Lobby.Presence.NOTHING,
                    broken.await(new ConnectionStreams(new Inflow(server), new Outflow(server, new Audience()))));
            assertTrue(log.only().contains("no room for routes"));
        }
        assertFalse(server.isOpen());
        assertEquals(0, broken.waiting());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /a HTTP/1.1\r\nHost: x\r\n", "GET /a HTTP/1.1\n\n"})
    void letsNobodyReadWhatIsNoWholeRequest(String start) throws Exception {
        come(start);
        clients.getFirst().shutdownOutput();
        assertEquals(Lobby.Presence.NOTHING, waits.getFirst().get());
        assertEquals(-1, connections.getFirst().in().read());
    }
}
