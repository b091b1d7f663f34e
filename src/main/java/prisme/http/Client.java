package prisme.http;

import prisme.ip.IpAddress;

/// Who sent a request, as far as an address tells.
///
/// @param address the address that counts
/// @param reason how it was found
/// @param scheme what it speaks, to the first proxy where there is one
public record Client(IpAddress address, Reason reason, Scheme scheme) {
    Client(IpAddress address, Reason reason) {
        this(address, reason, Scheme.HTTP);
    }

    Client over(Scheme other) {
        return new Client(address, reason, other);
    }

    /// Whether what is sent can be read on its way.
    public enum Scheme { HTTP, HTTPS }

    /// Why an address was taken for the client's.
    public enum Reason {
        /// No proxy is trusted: it is the other end of the connection.
        SOCKET("no proxy is trusted, so it is the address that opened the connection"),
        /// It is what the trusted proxies say.
        PROXY_HEADER("the trusted proxies' header says so"),
        /// The other end of the connection, for want of the header.
        NO_HEADER("the trusted proxies' header is missing, so it is the address that opened the connection"),
        /// The other end of the connection, since fewer addresses are listed than there are proxies.
        TOO_FEW_HOPS("the trusted proxies' header lists fewer addresses than there are proxies, so it is the address"
                + " that opened the connection"),
        /// The other end of the connection, since what is listed is no address.
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
