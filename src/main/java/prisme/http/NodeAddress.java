package prisme.http;

import java.util.Optional;
import prisme.ip.IpAddress;

/// Reads an address as proxies write it: alone or with a port, before which one of version 6 is in brackets.
final class NodeAddress {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_PORT_DIGITS = 5;

    private NodeAddress() {}

    /// The address; empty for anything else, such as a name, `unknown` or an obfuscated address like `_hidden`.
    static Optional<IpAddress> parse(String node) {
        if (node.startsWith("[")) {
            return bracketed(node);
        }
        int colon = node.indexOf(':');
        boolean onlyOne = colon >= 0 && node.indexOf(':', colon + 1) < 0;
        if (onlyOne) {
            return isPort(node.substring(colon + 1)) ? IpAddress.parse(node.substring(0, colon)) : Optional.empty();
        }
        return IpAddress.parse(node);
    }

    private static Optional<IpAddress> bracketed(String node) {
        int end = node.indexOf(']');
        if (end < 0) {
            return Optional.empty();
        }
        String inner = node.substring(1, end);
        String rest = node.substring(end + 1);
        boolean wellFormed = inner.indexOf(':') >= 0
                && (rest.isEmpty() || rest.startsWith(":") && isPort(rest.substring(1)));
        return wellFormed ? IpAddress.parse(inner) : Optional.empty();
    }

    /// A number up to 65535, or an obfuscated one as RFC 7239, 6.3 has it.
    private static boolean isPort(String text) {
        return text.startsWith("_") ? isObfuscated(text) : isNumber(text) && Integer.parseInt(text) <= MAX_PORT;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MAX_PORT_DIGITS && Ascii.areDigits(text);
    }

    private static boolean isObfuscated(String text) {
        return text.length() > 1 && text.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
    }
}
