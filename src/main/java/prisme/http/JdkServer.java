package prisme.http;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/// Gives access to the inside of the JDK's server, by the names that its fields have in Java 25. Nothing else in Prisme
/// depends on more than its API.
///
/// The manifest of the jar opens the package with these fields (Add-Opens). If it is not open, or a later JDK has other
/// names, the methods here that need those return nothing, and their callers do without.
final class JdkServer {
    private static final String CONNECTION = "sun.net.httpserver.HttpConnection";
    private static final String REQUEST_STARTED = "reqStartedTime";
    private static final String CHANNEL = "chan";

    private JdkServer() {}

    /// The fields that lead from the task for a request to the streams of its connection; empty if they cannot be used.
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

    /// The fields that lead from an exchange to the clocks of its connection; empty if they cannot be used.
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

    /// The connections of a server; empty if they cannot be seen.
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

    /// The connections of a server that have been answered and wait for the next request; empty if they cannot be seen.
    static Optional<Collection<?>> idle(HttpServer server) {
        try {
            return Optional.of(held(server, "idleConnections"));
        } catch (ReflectiveOperationException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// The field that leads from the task for a request to its connection, and the fields of the connection.
    /* The fields are set one by one, and not by the method that the connection has for it: to call that by reflection
     * the JDK would generate some sixty classes at the start. */
    record Streams(Field connection, Field channel, Field context, Field in, Field raw, Field out, Field since) {
        /// Whether these fields are those of a task.
        ///
        /// @param exchange what the server has an executor run for a request
        boolean leadFrom(Runnable exchange) {
            return connection.getDeclaringClass().isInstance(exchange);
        }

        Object connectionOf(Runnable exchange) {
            return get(connection, exchange);
        }

        SocketChannel channelOf(Object connection) {
            return (SocketChannel) get(channel, connection);
        }

        /// The stream from which the server reads; empty if it has not read anything yet.
        Optional<InputStream> inOf(Object connection) {
            return Optional.ofNullable((InputStream) get(in, connection));
        }

        OutputStream outOf(Object connection) {
            return (OutputStream) get(out, connection);
        }

        /// Has the server read from and write to these streams from now on.
        ///
        /// @param any a context of the server: a connection that has streams must have one, but it may be any
        void install(Object connection, HttpContext any, InputStream from, OutputStream to) {
            set(in, connection, from);
            set(raw, connection, from);
            set(out, connection, to);
            set(context, connection, any);
        }

        /// Shortens the time that the request on a connection may take.
        void shorten(Object connection, long millis) {
            setLong(since, connection, getLong(since, connection) - millis);
        }
    }

    /// The fields that lead from an exchange to its connection, and those of the times from which the server measures.
    record Clocks(Field inner, Field connection, Field request, Field answer) {
        /// Lets the time that the request may take begin now.
        void beginRequest(HttpExchange exchange) {
            begin(request, exchange, System.currentTimeMillis());
        }

        /// Lets the time that the answer may take begin in a while.
        void beginAnswer(HttpExchange exchange, Duration in) {
            begin(answer, exchange, System.currentTimeMillis() + in.toMillis());
        }

        private void begin(Field clock, HttpExchange exchange, long at) {
            setLong(clock, get(connection, get(inner, exchange)), at);
        }
    }

    /// The connections of a server, and fields and a method of each.
    ///
    /// @param all     the collection of those that are open
    /// @param silent  the collection of those on which nothing was ever sent; to be iterated only while holding its
    ///     lock
    /// @param since   the time at which a silent one was opened
    /// @param channel of any connection
    /// @param close   closes any connection
    record Connections(Collection<?> all, Collection<?> silent, Field since, Field channel, Method close) {
        boolean isOpen(Object connection) {
            return ((SocketChannel) get(channel, connection)).isOpen();
        }

        /// When a silent connection was opened; good for comparing only.
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
