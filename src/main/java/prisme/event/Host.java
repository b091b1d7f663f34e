package prisme.event;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import prisme.ip.IpAddress;

/// Reads the host of a web address: a name, an IPv4 address, or an IPv6 address in brackets. Nothing is looked up.
final class Host {
    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL_LENGTH = 63;

    private Host() {}

    /// The host in lower case, with letters beyond ASCII as punycode and without the dot of the DNS root at its end.
    ///
    /// @throws InvalidUrl when `text` is no host
    static String parse(String text) throws InvalidUrl {
        if (text.startsWith("[")) {
            return bracketed(text);
        }
        String ascii = isAscii(text) ? text.toLowerCase(Locale.ROOT) : punycode(text);
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        requireName(name);
        return name;
    }

    /* Punycode is never shorter than what it stands for. The JDK takes time for long names, and falls over some. */
    private static String punycode(String text) throws InvalidUrl {
        if (text.length() > MAX_LENGTH + 1) {
            throw new InvalidUrl("has a host of more than " + MAX_LENGTH + " characters");
        }
        try {
            return IDN.toASCII(text).toLowerCase(Locale.ROOT);
        } catch (RuntimeException e) {
            throw new InvalidUrl("has a host that is no internationalised domain name");
        }
    }

    private static void requireName(String name) throws InvalidUrl {
        if (name.isEmpty()) {
            throw new InvalidUrl("has no host");
        }
        if (name.length() > MAX_LENGTH) {
            throw new InvalidUrl("has a host of more than " + MAX_LENGTH + " characters");
        }
        int labelStart = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '.') {
                requireLabelLength(i - labelStart);
                labelStart = i + 1;
            } else if (!isNameCharacter(name.charAt(i))) {
                throw new InvalidUrl("has a character in its host that no host name has");
            }
        }
    }

    private static void requireLabelLength(int length) throws InvalidUrl {
        if (length == 0 || length > MAX_LABEL_LENGTH) {
            throw new InvalidUrl("has a host with a label of " + length + " characters, allowed are 1 to "
                    + MAX_LABEL_LENGTH);
        }
    }

    /* Underscores are in no host name by RFC 952, but in real ones, and in the package names of android-app:// */
    private static boolean isNameCharacter(char c) {
        return UrlPath.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    /* In the one spelling that browsers use, RFC 5952; a mapped address stays one of version 6 there. */
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
