package prisme.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/// The JDK's server when it begins to listen, and what it hands its requests to.
///
/// @param lines the streams that it may be [told][Gate#lay] to read from
record Opening(HttpServer server, Guard guard, Gate gate, Lines lines) {
    private static final int BACKLOG = 4096;

    /// Listens from now on.
    ///
    /// @param address port 0 is any free one
    /// @throws IOException when the address is taken or not ours
    static Opening at(InetSocketAddress address, ServerLimits limits, Guard guard) throws IOException {
        limits.apply();
        HttpServer server = HttpServer.create(address, BACKLOG);
        Gate gate = new Gate(guard, limits);
        server.setExecutor(request -> Thread.startVirtualThread(() -> gate.receive(request)));
        Lines lines = new Lines(server.createContext("/", guard), limits.spread());
        server.start();
        return new Opening(server, guard, gate, lines);
    }
}
