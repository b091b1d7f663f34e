package prisme.http;

import com.sun.net.httpserver.HttpContext;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Puts streams of ours under the connections of the JDK's server, before it reads anything from them.
/* A connection that has served a request before already has its streams, and the JDK's server takes those. So each
 * new one is told ours as if it had. There is no other way to it than the server's own fields, which the jar's
 * manifest opens (Add-Opens); where it does not, or a later JDK names them otherwise, connections stay as the JDK
 * makes them: slow clients cost more then, and some answers are the JDK's. */
final class Lines {
    private static final Optional<Fields> FIELDS = Fields.find();

    private final HttpContext context;
    private final Duration spread;

    /// @param context any of the server's
    /// @param spread  how much less time some requests have than others. Slow clients that came together and come again
    ///                at once when they are cut off would else come together again
    Lines(HttpContext context, Duration spread) {
        this.context = context;
        this.spread = spread;
    }

    /// Whether connections can have streams of ours.
    static boolean areOurs() {
        return FIELDS.isPresent();
    }

    /// Those of the connection on which a request begins to come. One keeps the streams with which it began.
    ///
    /// @param exchange what the JDK's server wants to have run for it
    Optional<Line> of(Runnable exchange) {
        return FIELDS.filter(fields -> fields.connection.getDeclaringClass().isInstance(exchange))
                .flatMap(fields -> fields.line(exchange, this));
    }

    /// The fields that lead from an exchange to its connection, and those of the connection.
    /* Not the connection's own method that sets them: to call it the JDK makes up some sixty classes at the start. */
    private record Fields(Field connection, Field channel, Field context, Field in, Field raw, Field out, Field since) {
        static Optional<Fields> find() {
            try {
                Field connection = JdkField.open(Class.forName("sun.net.httpserver.ServerImpl$Exchange"), "connection");
                Class<?> type = connection.getType();
                return Optional.of(new Fields(connection, JdkField.open(type, "chan"), JdkField.open(type, "context"),
                        JdkField.open(type, "i"), JdkField.open(type, "raw"), JdkField.open(type, "rawout"),
                        JdkField.open(type, "reqStartedTime")));
            } catch (ReflectiveOperationException | RuntimeException _) {
                return Optional.empty();  // as described above
            }
        }

        Optional<Line> line(Runnable exchange, Lines lines) {
            try {
                Object own = connection.get(exchange);
                long less = ThreadLocalRandom.current().nextLong(lines.spread.toMillis() + 1);
                since.setLong(own, since.getLong(own) - less);
                InputStream in = (InputStream) this.in.get(own);
                if (in instanceof Inflow inflow) {
                    return Optional.of(new Line(inflow, (Outflow) (OutputStream) out.get(own)));
                }
                return in == null ? Optional.of(lay((SocketChannel) channel.get(own), own, lines.context))
                        : Optional.empty();  // the JDK's may hold the begin of the next request
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("these fields were open a moment ago", e);
            }
        }

        private Line lay(SocketChannel channel, Object connection, HttpContext context)
                throws ReflectiveOperationException {
            Line line = new Line(new Inflow(channel), new Outflow(channel));
            in.set(connection, line.in());
            raw.set(connection, line.in());
            out.set(connection, line.out());
            this.context.set(connection, context);
            return line;
        }
    }
}
