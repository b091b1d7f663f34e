package prisme.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/// The running server: the JDK's, hardened for the open internet, with a [Router] behind it.
public final class HttpFront implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(4);

    private final Listener listener;
    private final ServerLimits limits;
    private final Optional<ConnectionEviction> eviction;

    private HttpFront(Listener listener, ServerLimits limits, Optional<ConnectionEviction> eviction) {
        this.listener = listener;
        this.limits = limits;
        this.eviction = eviction;
    }

    /// Starts a server without a base path, which trusts no proxy and has no observer.
    ///
    /// @throws IOException when the address is taken or not ours
    public static HttpFront start(InetSocketAddress address, Router router) throws IOException {
        return start(address, new ProxyTrust.Nobody(), BasePath.none(), router, Observer.none());
    }

    /// Starts a server. Returns when the server has answered a request that it sent to itself, so that the first
    /// visitor does not have to wait for the classes that this loads.
    ///
    /// @param address  where to listen; port 0 is any free one, see [#address()]
    /// @param trust    whether proxies are trusted
    /// @param base     the path under which a proxy publishes the server
    /// @param observer is told of every request and its answer
    /// @throws IOException when the address is in use, or not one of this machine
    public static HttpFront start(InetSocketAddress address, ProxyTrust trust, BasePath base, Router router,
            Observer observer) throws IOException {
        HttpFront front = open(address, trust, base, router, observer);
        front.begin();
        return front;
    }

    /// Opens the port: clients can connect, and wait until the server [begins][#begin()] to answer.
    ///
    /// @throws IOException when the address is in use, or not one of this machine
    static HttpFront open(InetSocketAddress address, ProxyTrust trust, BasePath base, Router router,
            Observer observer) throws IOException {
        ServerLimits limits = ServerLimits.ofThisProcess();
        Guard guard = new Guard(router, trust, base, limits);
        guard.audience().set(observer);
        Listener listener = Listener.at(address, limits, guard);
        HttpFront front = new HttpFront(listener, limits,
                ConnectionEviction.watch(listener.server(), limits.connections(), listener.gate()::cutOff));
        front.keep(OwnStreams.areOurs() ? limits.kept() : limits.places());
        return front;
    }

    /// Answers from now on.
    void begin() {
        listener.server().start();
        if (!listener.warmUp().run(listener.streams()::of)) {
            keep(limits.places());
        }
    }

    private void keep(int connections) {
        listener.guard().keep(KeptConnections.of(listener.server(), connections));
    }

    /// Where the server listens.
    public InetSocketAddress address() {
        return listener.server().getAddress();
    }

    /// Stops within five seconds. New connections are refused at once. A client that has one gets the answers to what
    /// it has sent, the last of them with `Connection: close`. Handlers are never interrupted.
    @Override
    public void close() {
        try {
            new OrderlyStop(listener.server(), listener.guard(), LONGEST_STOP).run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            eviction.ifPresent(ConnectionEviction::close);
        }
    }
}
