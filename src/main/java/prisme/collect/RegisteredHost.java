package prisme.collect;

import java.util.Locale;
import java.util.Optional;
import prisme.event.HostName;
import prisme.event.UnicodeHost;
import prisme.ip.IpAddress;

/// One entry of the owner's list: a host, or with `*.` before it every subdomain of a host.
sealed interface RegisteredHost {
    /// This host alone, as [#key(String)] writes it.
    record Exact(String host) implements RegisteredHost {}

    /// Every host that ends with a dot and this parent.
    record Subdomains(String parent) implements RegisteredHost {}

    /// Reads an entry strictly. Non-ASCII letters become punycode; a dot at the end means the DNS root and is dropped.
    ///
    /// @throws IllegalArgumentException when it is invalid; the message says what is wrong and how to correct it, and
    ///                                  fits after "the host"
    static RegisteredHost parse(String entry) {
        requireNothingBesidesHost(entry);
        if (!entry.startsWith("*.")) {
            return new Exact(host(entry));
        }
        String parent = host(entry.substring(2));
        refuse(parent.startsWith("[") || IpAddress.parse(parent).isPresent(),
                "is a wildcard before an IP address, which has no subdomains");
        refuse(!parent.contains("."), "would take in a whole top-level domain; a wildcard needs at least two "
                + "labels behind it, as in *.example.com");
        return new Subdomains(parent);
    }

    /// The spelling by which the host of an `Origin` is looked up: an IPv6 address as in RFC 5952, in brackets; an
    /// IPv4-mapped address as its IPv4 address; any other host as it is.
    ///
    /// @param host lower case
    static String key(String host) {
        return host.startsWith("[") ? bracketed(host).orElse(host) : host;
    }

    /// The key of an IPv6 address in brackets; empty when `host` is no such address.
    static Optional<String> bracketed(String host) {
        if (!host.endsWith("]") || host.indexOf(':') < 0) {
            return Optional.empty();
        }
        return IpAddress.parse(host.substring(1, host.length() - 1))
                .map(address -> address.isIPv4() ? address.toString() : "[" + address + "]");
    }

    private static void requireNothingBesidesHost(String entry) {
        refuse(entry.isEmpty(), "is empty");
        refuse(entry.contains("://"), "has a scheme; write example.com for https://example.com");
        refuse(entry.contains("/"), "has a path; write the host alone");
        refuse(entry.contains("@"), "has a user name; write the host alone");
        refuse(hasSpaceOrControl(entry), "has a space or a control character in it");
        refuse(entry.lastIndexOf('*') > 0 || entry.startsWith("*") && !entry.startsWith("*."),
                "has a * that is not its whole first label, as in *.example.com");
    }

    private static boolean hasSpaceOrControl(String entry) {
        for (int i = 0; i < entry.length(); i++) {
            if (Character.isWhitespace(entry.charAt(i)) || Character.isISOControl(entry.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String host(String text) {
        if (text.startsWith("[")) {
            refuse(text.contains("]:"), "has a port; leave it out, every port is accepted");
            return bracketed(text).orElseThrow(() -> new IllegalArgumentException("is no IPv6 address in brackets"));
        }
        refuse(text.contains(":") && IpAddress.parse(text).isPresent(), "is an IPv6 address; put it in brackets");
        refuse(text.contains(":"), "has a port; leave it out, every port is accepted");
        return name(HostName.withoutRoot(ascii(text)));
    }

    private static String name(String name) {
        Optional<HostName.Flaw> flaw = HostName.flaw(name);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException(flaw.get().words());
        }
        refuse(HostName.hasHyphenAtAnEnd(name), "has a label that begins or ends with a hyphen");
        refuse(endsInNumber(name) && IpAddress.parse(name).isEmpty(),
                "ends in a number, but is no IPv4 address of four numbers");
        return name;
    }

    /* Browsers read such a host as an IPv4 address in one of its old spellings, so it could never match as a name:
     * https://url.spec.whatwg.org/#ends-in-a-number-checker */
    private static boolean endsInNumber(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return areDigits(last, 0, 10) || last.startsWith("0x") && areDigits(last, 2, 16);
    }

    private static boolean areDigits(String text, int from, int radix) {
        for (int i = from; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), radix) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String ascii(String text) {
        return isAscii(text) ? text.toLowerCase(Locale.ROOT) : UnicodeHost.ascii(text)
                .orElseThrow(() -> new IllegalArgumentException("has a character that no host name has"));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static void refuse(boolean isWrong, String flaw) {
        if (isWrong) {
            throw new IllegalArgumentException(flaw);
        }
    }
}
