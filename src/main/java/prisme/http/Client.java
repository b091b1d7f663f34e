package prisme.http;

import prisme.ip.IpAddress;

/// Where a request comes from.
///
/// @param address the address of the client, as far as proxies can be trusted
/// @param reason  why this address was taken
/// @param scheme  by which it reaches this server, or the first proxy
public record Client(IpAddress address, Reason reason, Scheme scheme) {
    Client(IpAddress address, Reason reason) {
        this(address, reason, Scheme.HTTP);
    }

    Client over(Scheme other) {
        return new Client(address, reason, other);
    }

    /// The scheme of the addresses that the client uses.
    public enum Scheme { HTTP, HTTPS }

    /// Why an address was taken for the client's.
    public enum Reason {
        /// No proxy is trusted: it is the other end of the connection.
        SOCKET("no proxy is trusted, so it is the address that opened the connection"),
        /// It is what the trusted proxies say.
        PROXY_HEADER("the trusted proxies' header says so"),
        /// It is the other end of the connection, because the header is missing.
        NO_HEADER("the trusted proxies' header is missing, so it is the address that opened the connection"),
        /// It is the other end of the connection, because fewer addresses are listed than there are proxies.
        TOO_FEW_HOPS("the trusted proxies' header lists fewer addresses than there are proxies, so it is the address"
                + " that opened the connection"),
        /// It is the other end of the connection, because what is listed is not an address.
        NO_ADDRESS("the trusted proxies' header has no address in that place, so it is the address that opened the"
                + " connection");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /// The reason in words, for a person.
        public String sentence() {
            return sentence;
        }
    }
}
