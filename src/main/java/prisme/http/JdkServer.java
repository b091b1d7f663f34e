package prisme.http;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.Optional;

/// What lies inside the JDK's server, by the names that it has in Java 25: all that we know of it beyond its API.
///
/// There is no other way to it than the server's own fields, which the jar's manifest opens (Add-Opens). Where it does
/// not, or a later JDK names some of them otherwise, the part that needs these is empty, and whoever asks for it goes
/// on with less.
final class JdkServer {
    private static final String CONNECTION = "sun.net.httpserver.HttpConnection";
    private static final String REQUEST_STARTED = "reqStartedTime";
    private static final String CHANNEL = "chan";

    private JdkServer() {}

    /// The way from what the server wants to have run for a request to the connection's streams.
    static Optional<Streams> streams() {
        try {
            Field connection = open(Class.forName("sun.net.httpserver.ServerImpl$Exchange"), "connection");
            Class<?> type = connection.getType();
            return Optional.of(new Streams(connection, open(type, CHANNEL), open(type, "context"), open(type, "i"),
                    open(type, "raw"), open(type, "rawout"), open(type, REQUEST_STARTED)));
        } catch (ReflectiveOperationException | RuntimeException _) {
            return Optional.empty();  // as described above
        }
    }

    /// The way from an exchange to the clocks of its connection.
    static Optional<Clocks> clocks() {
        try {
            Field inner = open(Class.forName("sun.net.httpserver.HttpExchangeImpl"), "impl");
            Field connection = open(inner.getType(), "connection");
            return Optional.of(new Clocks(inner, connection, open(connection.getType(), REQUEST_STARTED),
                    open(connection.getType(), "rspStartedTime")));
        } catch (ReflectiveOperationException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// The connections of a server.
    static Optional<Connections> connections(HttpServer server) {
        try {
            Class<?> type = Class.forName(CONNECTION);
            Method close = type.getDeclaredMethod("close");
            close.setAccessible(true);
            return Optional.of(new Connections(held(server, "allConnections"), held(server, "newlyAcceptedConnections"),
                    open(type, "idleStartTime"), open(type, CHANNEL), close));
        } catch (ReflectiveOperationException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// Those connections of a server on which nothing is asked after an answer.
    static Optional<Collection<?>> idle(HttpServer server) {
        try {
            return Optional.of(held(server, "idleConnections"));
        } catch (ReflectiveOperationException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// The fields that lead from a request to its connection, and those of the connection.
    /* Not the connection's own method that sets them: to call it the JDK makes up some sixty classes at the start. */
    record Streams(Field connection, Field channel, Field context, Field in, Field raw, Field out, Field since) {
        /// @param exchange what the server wants to have run for a request
        boolean leadFrom(Runnable exchange) {
            return connection.getDeclaringClass().isInstance(exchange);
        }

        Object connectionOf(Runnable exchange) {
            return get(connection, exchange);
        }

        SocketChannel channelOf(Object connection) {
            return (SocketChannel) get(channel, connection);
        }

        /// What it reads from; empty where it has not read anything.
        Optional<InputStream> inOf(Object connection) {
            return Optional.ofNullable((InputStream) get(in, connection));
        }

        OutputStream outOf(Object connection) {
            return (OutputStream) get(out, connection);
        }

        /// Has it read and write there from now on.
        void lay(Object connection, HttpContext any, InputStream from, OutputStream to) {
            set(in, connection, from);
            set(raw, connection, from);
            set(out, connection, to);
            set(context, connection, any);
        }

        /// Takes this away from the time that its request may take.
        void shorten(Object connection, long millis) {
            setLong(since, connection, getLong(since, connection) - millis);
        }
    }

    /// The fields that lead from an exchange to its connection, and the connection's.
    record Clocks(Field inner, Field connection, Field request, Field answer) {
        /// The time of the request begins now.
        void beginRequest(HttpExchange exchange) {
            begin(request, exchange);
        }

        /// The time of the answer begins now.
        void beginAnswer(HttpExchange exchange) {
            begin(answer, exchange);
        }

        private void begin(Field clock, HttpExchange exchange) {
            setLong(clock, get(connection, get(inner, exchange)), System.currentTimeMillis());
        }
    }

    /// Those of a server.
    ///
    /// @param silent  on which nothing was said
    /// @param since   of one of these: the time since when
    /// @param channel of any
    record Connections(Collection<?> all, Collection<?> silent, Field since, Field channel, Method close) {
        boolean isOpen(Object connection) {
            return ((SocketChannel) get(channel, connection)).isOpen();
        }

        long silentSince(Object connection) {
            return getLong(since, connection);
        }

        void end(Object connection) {
            try {
                close.invoke(connection);
            } catch (ReflectiveOperationException e) {
                throw closed(e);
            }
        }
    }

    private static Collection<?> held(HttpServer server, String name) throws ReflectiveOperationException {
        Object inner = open(server.getClass(), "server").get(server);
        return (Collection<?>) open(inner.getClass(), name).get(inner);
    }

    private static Field open(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static Object get(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw closed(e);
        }
    }

    private static long getLong(Field field, Object owner) {
        try {
            return field.getLong(owner);
        } catch (IllegalAccessException e) {
            throw closed(e);
        }
    }

    private static void set(Field field, Object owner, Object value) {
        try {
            field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw closed(e);
        }
    }

    private static void setLong(Field field, Object owner, long value) {
        try {
            field.setLong(owner, value);
        } catch (IllegalAccessException e) {
            throw closed(e);
        }
    }

    private static IllegalStateException closed(ReflectiveOperationException e) {
        return new IllegalStateException("this was open a moment ago", e);
    }
}
