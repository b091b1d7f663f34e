package prisme.settings;

import java.net.InetSocketAddress;

/// Where the metrics are served, apart from the public server.
public sealed interface AdminAddress {
    /// Nowhere.
    record None() implements AdminAddress {}

    /// At this address.
    ///
    /// @param host an IP address without brackets, or a name
    /// @param port 0 for any free port
    record At(String host, int port) implements AdminAddress {
        public InetSocketAddress socketAddress() {
            return new InetSocketAddress(host, port);
        }
    }
}
