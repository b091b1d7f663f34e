package prisme.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.Optional;

/// Sends the first requests to a server from the server itself. Those of clients may come before and between them, and
/// are served as always.
record WarmUp(HttpServer server, Guard guard, Gate gate) {
    private static final System.Logger LOGGER = System.getLogger("prisme.http");

    /// Has the server call itself, and finds out whether it works with our own streams.
    ///
    /// @param source of the streams that the gate uses; if no answer comes through them, the gate gets none
    /// @return whether connections keep the streams of this source
    /* The first answer of a process loads the time zones that its Date needs; if file descriptors were exhausted at
     * that time, no answer would ever be sent. The second one shows whether this JDK's server works with our streams;
     * one that does not keeps its own. The first one could not show that, because most classes are loaded then, and on
     * a busy or slow machine it may be too late. Our streams are in use before: otherwise the JDK's server would answer
     * early clients in its own way. */
    boolean run(Gate.StreamSource source) {
        isAnswered();
        if (isAnswered()) {
            return true;
        }
        gate.use(_ -> Optional.empty());
        boolean worksWithItsOwn = isAnswered();
        gate.use(source);
        if (!worksWithItsOwn) {
            LOGGER.log(System.Logger.Level.WARNING, "the server could not call itself");
            return true;
        }
        if (isAnswered()) {
            return true;  // the machine was busy a moment ago
        }
        gate.use(_ -> Optional.empty());
        LOGGER.log(System.Logger.Level.WARNING, "this Java's HTTP server reads from its own streams alone: slow "
                + "clients cost more memory than they would with Java 25");
        return false;
    }

    /// Whether the server answers a request to itself.
    boolean isAnswered() {
        try (SelfCall call = SelfCall.to(server.getAddress())) {
            guard.audience().overlook(call.from());
            call.send("/");
            call.await();
            return true;
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, () -> "the server could not call itself: " + OneLine.of(e));
            return false;
        } finally {
            guard.audience().overlookNobody();
        }
    }
}
