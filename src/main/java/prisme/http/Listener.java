package prisme.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/// The JDK's server, which is not started yet, and what it passes its requests to.
///
/// @param server  listens already
/// @param guard   answers the requests
/// @param gate    lets them in
/// @param streams from which the server reads, unless the gate is told to [use][Gate#use] others
record Listener(HttpServer server, Guard guard, Gate gate, OwnStreams streams) {
    private static final int BACKLOG = 4096;

    /// Opens the port: clients can connect, and wait until the server is started.
    ///
    /// @param address port 0 is any free one
    /// @throws IOException when the address is in use, or not one of this machine
    static Listener at(InetSocketAddress address, ServerLimits limits, Guard guard) throws IOException {
        limits.apply();
        HttpServer server = HttpServer.create(address, BACKLOG);
        Gate gate = new Gate(guard, limits);
        server.setExecutor(request -> Thread.startVirtualThread(() -> gate.receive(request)));
        OwnStreams streams = new OwnStreams(server.createContext("/", guard), limits.spread(), guard.audience());
        gate.use(streams::of);
        return new Listener(server, guard, gate, streams);
    }

    /// What sends the first requests to it, once it is started.
    WarmUp warmUp() {
        return new WarmUp(server, guard, gate);
    }
}
