package prisme.collect;

import java.util.Locale;
import java.util.Optional;
import prisme.event.HostName;

/// Reads the value of an `Origin` header, `scheme://host[:port]`
/// ([RFC 6454, 7.1](https://www.rfc-editor.org/rfc/rfc6454#section-7.1)), strictly, as it is written by browsers and
/// not by people. A label may begin with a hyphen here, since browsers open such hosts.
sealed interface OriginHeader {
    int MAX_LENGTH = 256;

    /// A well-formed value.
    ///
    /// @param host   lower case, without port and without the dot of the DNS root; IPv6 in brackets
    /// @param domain the host, with its port where that is not the scheme's default
    record Site(String host, String domain) implements OriginHeader {}

    /// Any other value.
    ///
    /// @param flaw what is wrong with it, a text that fits after "the Origin header"
    record Malformed(String flaw) implements OriginHeader {}

    /// Reads the value of the header as it was sent.
    static OriginHeader parse(String value) {
        if (value.length() > MAX_LENGTH) {
            return new Malformed("has more than " + MAX_LENGTH + " characters");
        }
        if (value.equals("null")) {
            return new Malformed("is null: a page without a host of its own, such as a file or a sandboxed frame, "
                    + "belongs to no site");
        }
        if (!isVisibleAscii(value)) {
            return new Malformed("has a space, a control character or a character beyond ASCII");
        }
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://")) {
            return site(lower.substring(8), 443);
        }
        return lower.startsWith("http://") ? site(lower.substring(7), 80)
                : new Malformed("begins with neither http:// nor https://");
    }

    private static boolean isVisibleAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static OriginHeader site(String authority, int defaultPort) {
        int end = endOfHost(authority);
        String host = HostName.withoutRoot(authority.substring(0, end));
        String flaw = flaw(host);
        if (!flaw.isEmpty()) {
            return new Malformed("has a host that " + flaw);
        }
        if (end == authority.length()) {
            return new Site(host, host);
        }
        int port = port(authority, end + 1);
        return port < 0 ? new Malformed("has a port that is no number up to 65535")
                : new Site(host, port == defaultPort ? host : host + ":" + port);
    }

    private static int endOfHost(String authority) {
        int colon = authority.indexOf(':', Math.max(0, authority.lastIndexOf(']')));
        return colon < 0 ? authority.length() : colon;
    }

    private static String flaw(String host) {
        if (host.startsWith("[")) {
            return RegisteredHost.bracketed(host).isPresent() ? "" : "is no IPv6 address in brackets";
        }
        Optional<HostName.Flaw> flaw = HostName.flaw(host);
        return flaw.isPresent() ? flaw.get().words() : "";
    }

    /* -1 when there is none. This runs for every event, and an Optional would be one more object to collect. */
    private static int port(String authority, int start) {
        int port = start == authority.length() ? -1 : 0;
        for (int i = start; i < authority.length() && port >= 0; i++) {
            char c = authority.charAt(i);
            port = c < '0' || c > '9' || port * 10 + c - '0' > 65_535 ? -1 : port * 10 + c - '0';
        }
        return port;
    }
}
