package prisme.event;

import java.util.Locale;
import java.util.Optional;
import prisme.ip.IpAddress;

/// Reads the host of a web address: a name, an IPv4 address, or an IPv6 address in brackets. Names are not resolved.
final class Host {
    private static final String TOO_LONG = "has a host of more than " + HostName.MAX_LENGTH + " characters";

    private Host() {}

    /// The host in lower case, with non-ASCII letters as punycode and without the dot of the DNS root at its end.
    ///
    /// @throws InvalidUrl when `text` is no host
    static String parse(String text) throws InvalidUrl {
        if (text.startsWith("[")) {
            return bracketed(text);
        }
        String ascii = isAscii(text) ? text.toLowerCase(Locale.ROOT) : punycode(text);
        String name = HostName.withoutRoot(ascii);
        requireName(name);
        return name;
    }

    private static String punycode(String text) throws InvalidUrl {
        if (text.length() > HostName.MAX_LENGTH + 1) {
            throw new InvalidUrl(TOO_LONG);
        }
        return UnicodeHost.ascii(text)
                .orElseThrow(() -> new InvalidUrl("has a host that is no internationalised domain name"));
    }

    private static void requireName(String name) throws InvalidUrl {
        if (name.isEmpty()) {
            throw new InvalidUrl("has no host");
        }
        Optional<HostName.Flaw> flaw = HostName.flaw(name);
        if (flaw.isPresent()) {
            throw new InvalidUrl(words(flaw.get()));
        }
    }

    private static String words(HostName.Flaw flaw) {
        return switch (flaw) {
            case HostName.Flaw.TooLong() -> TOO_LONG;
            case HostName.Flaw.WrongCharacter() -> "has a character in its host that no host name has";
            case HostName.Flaw.WrongLabel(int length) -> "has a host with a label of " + length
                    + " characters, allowed are 1 to " + HostName.MAX_LABEL_LENGTH;
        };
    }

    /* In the spelling that browsers use, RFC 5952, in which an IPv4-mapped address stays an IPv6 address. */
    private static String bracketed(String host) throws InvalidUrl {
        String inner = host.endsWith("]") ? host.substring(1, host.length() - 1) : "";
        IpAddress address = Optional.of(inner).filter(text -> text.contains(":")).flatMap(IpAddress::parse)
                .orElseThrow(() -> new InvalidUrl("has a host in brackets that is no IPv6 address"));
        return "[" + (address.isIPv4() ? mapped(address.ipv4()) : address) + "]";
    }

    private static String mapped(int ipv4) {
        return "::ffff:" + Integer.toHexString(ipv4 >>> 16) + ":" + Integer.toHexString(ipv4 & 0xffff);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
