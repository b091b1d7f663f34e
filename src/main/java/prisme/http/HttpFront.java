package prisme.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/// The running server: the JDK's, set up for the open internet, with a [Router] behind it.
public final class HttpFront implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("prisme.http");
    private static final Duration LONGEST_STOP = Duration.ofSeconds(4);

    private final HttpServer server;
    private final Guard guard;
    private final Optional<Crowding> crowding;

    private HttpFront(HttpServer server, Guard guard, Optional<Crowding> crowding) {
        this.server = server;
        this.guard = guard;
        this.crowding = crowding;
    }

    /// Listens from now on with a host of its own, believing no proxy and watched by nobody.
    ///
    /// @throws IOException when the address is taken or not ours
    public static HttpFront start(InetSocketAddress address, Router router) throws IOException {
        return start(address, new ProxyTrust.Nobody(), BasePath.none(), router, Observer.none());
    }

    /// Listens from now on. Returns once the server has answered a request of its own, so that the first visitor does
    /// not wait for what is loaded then.
    ///
    /// @param address  where to listen; port 0 is any free one, see [#address()]
    /// @param base     below which path a proxy shows it
    /// @param observer is told of every request and its answer
    /// @throws IOException when the address is taken or not ours
    public static HttpFront start(InetSocketAddress address, ProxyTrust trust, BasePath base, Router router,
            Observer observer) throws IOException {
        ServerLimits limits = ServerLimits.ofThisProcess();
        Opening opening = Opening.at(address, limits, new Guard(router, trust, base, limits));
        HttpServer server = opening.server();
        Guard guard = opening.guard();
        Gate gate = opening.gate();
        boolean streamsAreOurs = warmUp(server.getAddress(), gate, opening.lines()::of) && Lines.areOurs();
        guard.keep(KeptConnections.of(server, streamsAreOurs ? limits.kept() : limits.places()));
        HttpFront front = new HttpFront(server, guard,
                Crowding.watch(server, limits.connections(), gate::cutOff));
        guard.show(observer);
        return front;
    }

    /// Where the server listens.
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /// Stops within five seconds. New connections are refused at once; whoever has one gets the answers to what it has
    /// sent, the last of them with `Connection: close`. Handlers are never interrupted.
    @Override
    public void close() {
        try {
            new OrderlyStop(server, guard, LONGEST_STOP).run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            crowding.ifPresent(Crowding::close);
        }
    }

    /// Has the server call itself.
    ///
    /// @return whether connections keep the streams that `laying` finds
    /* The first answer of a process loads the time zones that its Date needs; were the file descriptors exhausted then,
     * no answer would ever be sent. The second one shows whether this JDK's server works with streams of ours: one that
     * does not gets its own, and goes on with less. With the first one a machine that is busy or slow would look like
     * that, too: most of what is loaded is loaded then. */
    static boolean warmUp(InetSocketAddress address, Gate gate, Gate.Laying laying) {
        answersItself(address);
        gate.lay(laying);
        if (answersItself(address)) {
            return true;
        }
        gate.lay(_ -> Optional.empty());
        if (answersItself(address)) {
            LOGGER.log(System.Logger.Level.WARNING, "this Java's HTTP server reads from its own streams alone: slow "
                    + "clients cost more memory than they would with Java 25");
            return false;
        }
        gate.lay(laying);
        LOGGER.log(System.Logger.Level.WARNING, "the server could not call itself");
        return true;
    }

    static boolean answersItself(InetSocketAddress address) {
        try (SelfCall call = SelfCall.open(address, "/")) {
            call.await();
            return true;
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, () -> "the server could not call itself: " + OneLine.of(e));
            return false;
        }
    }
}
