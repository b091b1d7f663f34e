package prisme.http;

/// Whether the headers of proxies in front of this server are trusted.
public sealed interface ProxyTrust {
    /// They are not: any client could have made them up.
    record Nobody() implements ProxyTrust {}

    /// Those of a known number of proxies are.
    ///
    /// @param addressHeader the header to whose list each of them appends the address from which it was called;
    ///     `Forwarded` is read as [RFC 7239](https://www.rfc-editor.org/rfc/rfc7239) has it
    /// @param hops how many proxies there are, at least 1: the client is the element with this number from the right
    /// @param requestIdHeader the header with the id that they have given a request
    record Proxies(String addressHeader, int hops, String requestIdHeader) implements ProxyTrust {
        /// @throws IllegalArgumentException when there is no hop
        public Proxies {
            if (hops < 1) {
                throw new IllegalArgumentException("there is at least one hop, not " + hops);
            }
        }
    }
}
