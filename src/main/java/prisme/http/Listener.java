package prisme.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/// The JDK's server before it takes its first request, and what it hands its requests to.
///
/// @param streams the streams that it reads from, unless the gate is [told][Gate#lay] of others
record Listener(HttpServer server, Guard guard, Gate gate, OwnStreams streams) {
    private static final int BACKLOG = 4096;

    /// Has clients wait from now on until the server is started.
    ///
    /// @param address port 0 is any free one
    /// @throws IOException when the address is taken or not ours
    static Listener at(InetSocketAddress address, ServerLimits limits, Guard guard) throws IOException {
        limits.apply();
        HttpServer server = HttpServer.create(address, BACKLOG);
        Gate gate = new Gate(guard, limits);
        server.setExecutor(request -> Thread.startVirtualThread(() -> gate.receive(request)));
        OwnStreams streams = new OwnStreams(server.createContext("/", guard), limits.spread(), guard.audience());
        gate.lay(streams::of);
        return new Listener(server, guard, gate, streams);
    }

    /// The first requests to it, once it is started.
    WarmUp warmUp() {
        return new WarmUp(server, guard, gate);
    }
}
