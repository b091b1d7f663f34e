package prisme.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/// The running server: the JDK's, set up for the open internet, with a [Router] behind it.
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
        HttpFront front = open(address, trust, base, router, observer);
        front.begin();
        return front;
    }

    /// Has clients wait from now on until it [begins][#begin()]. All is ready then that the first of them needs.
    static HttpFront open(InetSocketAddress address, ProxyTrust trust, BasePath base, Router router,
            Observer observer) throws IOException {
        ServerLimits limits = ServerLimits.ofThisProcess();
        Guard guard = new Guard(router, trust, base, limits);
        guard.audience().show(observer);
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

    /// Stops within five seconds. New connections are refused at once; whoever has one gets the answers to what it has
    /// sent, the last of them with `Connection: close`. Handlers are never interrupted.
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
