package prisme.http;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import prisme.threads.Rounds;

/// Keeps room for new clients. When nearly as many connections are open as may be, those are closed on which nothing
/// was ever sent, the oldest first, and then those whose requests do not come to an end.
/* At its limit the JDK's server closes each further connection as soon as it is accepted, whoever it is from. It closes
 * silent ones in the same way itself, only later. Where its connections cannot be seen, see [JdkServer], nothing is
 * done here. */
final class ConnectionEviction implements Closeable {
    private static final System.Logger LOGGER = System.getLogger("prisme.http");
    private static final Duration LEISURE = Duration.ofMillis(100);
    private static final Duration HASTE = Duration.ofMillis(50);

    private final JdkServer.Connections connections;
    private final int most;
    private final IntUnaryOperator cutOff;
    private final Rounds rounds;

    /// @param most   how many connections may be open
    /// @param cutOff closes up to so many whose requests do not come to an end
    private ConnectionEviction(JdkServer.Connections connections, int most, IntUnaryOperator cutOff) {
        this.connections = connections;
        this.most = most;
        this.cutOff = cutOff;
        this.rounds = new Rounds(Thread.ofPlatform().name("http-eviction"), this::look,
                new Rounds.Trouble(LEISURE, this::tell));
    }

    /// Watches over a server's connections from now on, where that is possible.
    static Optional<ConnectionEviction> watch(HttpServer server, int most, IntUnaryOperator cutOff) {
        Optional<ConnectionEviction> eviction = JdkServer.connections(server)
                .map(own -> new ConnectionEviction(own, most, cutOff));
        eviction.ifPresent(started -> started.rounds.start());
        return eviction;
    }

    @Override public void close() {
        rounds.close();
    }

    /// Closes what has to be closed.
    ///
    /// @return how long to wait until the next look
    private Duration look() {
        int open = connections.all().size();
        int over = open - (most - most / 4);
        if (over > 0) {
            cutOff.applyAsInt(over - endSilent(over));
            forgetClosed();
        }
        return open > most / 2 ? HASTE : LEISURE;
    }

    private void tell(Throwable thrown) {
        LOGGER.log(System.Logger.Level.WARNING, () -> "nobody gives way: " + OneLine.of(thrown));
    }

    /// Closes the oldest silent connections.
    ///
    /// @param most how many at most
    /// @return how many were closed
    private int endSilent(int most) {
        int ended = 0;
        for (Object connection : oldest(most)) {
            /* The JDK's server adds a new connection to the silent ones a moment before it adds it to all: closed in
             * between, it would stay among all for ever. */
            if (connections.all().contains(connection)
                    && connections.silent().remove(connection)) {  // else it has begun to speak
                connections.all().remove(connection);
                connections.end(connection);
                ended++;
            }
        }
        return ended;
    }

    /* Connections that were cut off are counted until their threads notice it. On a busy machine that takes so long
     * that others would be cut off in their place, and new ones would find no room. */
    private void forgetClosed() {
        connections.all().removeIf(connection -> !connections.isOpen(connection));
    }

    private List<Object> oldest(int most) {
        synchronized (connections.silent()) {
            return connections.silent().stream().<Object>map(connection -> connection)
                    .sorted(Comparator.comparingLong(connections::silentSince)).limit(most).toList();
        }
    }
}
