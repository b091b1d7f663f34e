package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import java.lang.reflect.Field;
import java.util.Optional;

/// Puts off the time at which the JDK's server cuts a connection off, for as long as a long body gets on.
/* The JDK measures from the first byte of a request, and of an answer, however much is coming or going, which would cut
 * off every long import and export. There is no other way to its clocks than its own fields. The jar's manifest opens
 * them (Add-Opens); where it does not, or a later JDK names them otherwise, long bodies have as little time as any
 * other. */
final class Respite {
    private static final Optional<Clocks> CLOCKS = Clocks.find();

    private final HttpExchange exchange;

    private Respite(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /// The fields that lead from an exchange to its connection, and the connection's.
    private record Clocks(Field inner, Field connection, Field request, Field answer) {
        static Optional<Clocks> find() {
            try {
                Field inner = JdkField.open(Class.forName("sun.net.httpserver.HttpExchangeImpl"), "impl");
                Field connection = JdkField.open(inner.getType(), "connection");
                return Optional.of(new Clocks(inner, connection,
                        JdkField.open(connection.getType(), "reqStartedTime"),
                        JdkField.open(connection.getType(), "rspStartedTime")));
            } catch (ReflectiveOperationException | RuntimeException _) {
                return Optional.empty();  // as described above
            }
        }

        void set(Field clock, HttpExchange exchange) {
            try {
                clock.setLong(connection.get(inner.get(exchange)), System.currentTimeMillis());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("these fields were open a moment ago", e);
            }
        }
    }

    static Respite of(HttpExchange exchange) {
        return new Respite(exchange);
    }

    /// Another piece of the request has come.
    void requestGetsOn() {
        CLOCKS.ifPresent(clocks -> clocks.set(clocks.request, exchange));
    }

    /// Another piece of the answer was taken.
    void answerGetsOn() {
        CLOCKS.ifPresent(clocks -> clocks.set(clocks.answer, exchange));
    }
}
