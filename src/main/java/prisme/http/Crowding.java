package prisme.http;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.channels.Channel;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import prisme.threads.Rounds;

/// Sees to it that a new client always finds a connection: when nearly as many are open as may be, those give way on
/// which nothing was ever said, the oldest first, and then those whose requests do not come to an end.
/* At its limit the JDK's server closes each further connection as soon as it is there, whoever it is from. All it
 * has are in fields of its own, see [Lines]; it closes silent ones in the same way itself, only later. */
final class Crowding implements Closeable {
    private static final System.Logger LOGGER = System.getLogger("prisme.http");
    private static final Duration LEISURE = Duration.ofMillis(100);
    private static final Duration HASTE = Duration.ofMillis(50);

    private final Connections connections;
    private final int most;
    private final IntUnaryOperator cutOff;
    private final Rounds rounds;

    /// @param most   how many connections may be open
    /// @param cutOff ends so many whose requests do not come to an end, if there are
    private Crowding(Connections connections, int most, IntUnaryOperator cutOff) {
        this.connections = connections;
        this.most = most;
        this.cutOff = cutOff;
        this.rounds = new Rounds(Thread.ofPlatform().name("http-crowding"), this::look,
                new Rounds.Trouble(LEISURE, this::tell));
    }

    /// Watches over a server's connections from now on, where that is possible.
    static Optional<Crowding> watch(HttpServer server, int most, IntUnaryOperator cutOff) {
        Optional<Crowding> crowding = Connections.of(server).map(own -> new Crowding(own, most, cutOff));
        crowding.ifPresent(started -> started.rounds.start());
        return crowding;
    }

    @Override public void close() {
        rounds.close();
    }

    private Duration look() {
        int open = connections.all.size();
        int over = open - (most - most / 4);
        if (over > 0) {
            cutOff.applyAsInt(over - connections.endSilent(over));
            connections.forgetClosed();
        }
        return open > most / 2 ? HASTE : LEISURE;
    }

    private void tell(Throwable thrown) {
        LOGGER.log(System.Logger.Level.WARNING, () -> "nobody gives way: " + OneLine.of(thrown));
    }

    /// Those of a server.
    ///
    /// @param silent  on which nothing was said
    /// @param since   of one of these: the time since when
    /// @param channel of any
    private record Connections(Collection<?> all, Collection<?> silent, Field since, Field channel, Method close) {
        static Optional<Connections> of(HttpServer server) {
            try {
                Object inner = JdkField.open(server.getClass(), "server").get(server);
                Class<?> type = Class.forName("sun.net.httpserver.HttpConnection");
                Method close = type.getDeclaredMethod("close");
                close.setAccessible(true);
                return Optional.of(new Connections(held(inner, "allConnections"),
                        held(inner, "newlyAcceptedConnections"), JdkField.open(type, "idleStartTime"),
                        JdkField.open(type, "chan"), close));
            } catch (ReflectiveOperationException | RuntimeException _) {
                return Optional.empty();  // as described above
            }
        }

        private static Collection<?> held(Object server, String name) throws ReflectiveOperationException {
            return (Collection<?>) JdkField.open(server.getClass(), name).get(server);
        }

        /// Ends so many of the silent ones.
        ///
        /// @return how many there were
        int endSilent(int most) {
            int ended = 0;
            for (Object connection : oldest(most)) {
                /* A new one is among the silent ones a moment before it is among all, and would stay there for ever. */
                if (all.contains(connection) && silent.remove(connection)) {  // else it has begun to speak
                    all.remove(connection);
                    end(connection);
                    ended++;
                }
            }
            return ended;
        }

        /* Those that were cut off count until their threads have taken note of it. On a busy machine that takes so long
         * that others would be cut off for them, and new ones find no room. */
        void forgetClosed() {
            all.removeIf(connection -> !channel(connection).isOpen());
        }

        private Channel channel(Object connection) {
            try {
                return (Channel) channel.get(connection);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("this field was open a moment ago", e);
            }
        }

        private List<Object> oldest(int most) {
            synchronized (silent) {
                return silent.stream().<Object>map(connection -> connection)
                        .sorted(Comparator.comparingLong(this::since)).limit(most).toList();
            }
        }

        private long since(Object connection) {
            try {
                return since.getLong(connection);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("this field was open a moment ago", e);
            }
        }

        private void end(Object connection) {
            try {
                close.invoke(connection);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("this method was open a moment ago", e);
            }
        }
    }
}
