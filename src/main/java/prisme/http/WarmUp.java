package prisme.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.Optional;

/// The first requests to a server, which it sends itself. Others may come before and between them, and are served as
/// they always are.
record WarmUp(HttpServer server, Guard guard, Gate gate) {
    private static final System.Logger LOGGER = System.getLogger("prisme.http");

    /// Has the server call itself.
    ///
    /// @param laying what the gate was told; where no answer comes through its streams, it is told of none
    /// @return whether connections keep the streams that `laying` finds
    /* The first answer of a process loads the time zones that its Date needs; were the file descriptors exhausted then,
     * no answer would ever be sent. The second one shows whether this JDK's server works with streams of ours: one that
     * does not gets its own, and goes on with less. By the first one a machine that is busy or slow would look like
     * that, too: most of what is loaded is loaded then. Ours lie under all connections before that: else whoever comes
     * at once would be answered by the JDK's server in words of its own. */
    boolean run(Gate.Laying laying) {
        isAnswered();
        if (isAnswered()) {
            return true;
        }
        gate.lay(_ -> Optional.empty());
        boolean worksWithItsOwn = isAnswered();
        gate.lay(laying);
        if (!worksWithItsOwn) {
            LOGGER.log(System.Logger.Level.WARNING, "the server could not call itself");
            return true;
        }
        if (isAnswered()) {
            return true;  // a machine that was busy a moment ago
        }
        gate.lay(_ -> Optional.empty());
        LOGGER.log(System.Logger.Level.WARNING, "this Java's HTTP server reads from its own streams alone: slow "
                + "clients cost more memory than they would with Java 25");
        return false;
    }

    /// Whether an answer comes to a request of the server to itself.
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
