package prisme.http;

/// Whether the proxies in front of this server are believed.
public sealed interface ProxyTrust {
    /// Nobody is: everybody could have made up those headers.
    record Nobody() implements ProxyTrust {}

    /// So many proxies are, of which the first is the one that the client speaks to.
    ///
    /// @param addressHeader the header to whose list each of them appends the address it was called from;
    ///     `Forwarded` is read as [RFC 7239](https://www.rfc-editor.org/rfc/rfc7239) has it
    /// @param hops how many they are, at least 1: the client is that many from the right
    /// @param requestIdHeader the header with their id of a request
    record Proxies(String addressHeader, int hops, String requestIdHeader) implements ProxyTrust {
        public Proxies {
            if (hops < 1) {
                throw new IllegalArgumentException("there is at least one hop, not " + hops);
            }
        }
    }
}
