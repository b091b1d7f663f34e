package prisme.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// Loads what the first answer of a process needs, while the rest of the start goes on: a server that nobody else knows
/// of answers one request to itself.
public final class Rehearsal {
    private Rehearsal() {}

    /// Begins on a thread of its own, if there is a processor for that. It ends by itself and leaves nothing behind.
    public static void begin() {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Thread.ofPlatform().daemon().name("http-rehearsal").start(Rehearsal::hold);
        }
    }

    /// Starts the server, sends the request and stops the server.
    ///
    /// @return whether there was an answer
    static boolean hold() {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ServerLimits limits = ServerLimits.ofThisProcess();
        try {
            Listener listener = Listener.at(anyPort, limits, guard(limits));
            listener.server().start();
            boolean hasAnswered = listener.warmUp().isAnswered();
            listener.server().stop(0);
            return hasAnswered;
        } catch (IOException e) {
            System.getLogger("prisme.http")
                    .log(System.Logger.Level.DEBUG, () -> "there was no rehearsal: " + OneLine.of(e));
            return false;
        }
    }

    private static Guard guard(ServerLimits limits) {
        Router router = new Router(List.of(Route.get("/", _ -> Response.ok())), List.of());
        return new Guard(router, new ProxyTrust.Nobody(), BasePath.none(), limits);
    }
}
