package prisme.http;

import java.util.List;

/// Checks the header `Host`, which every request of HTTP/1.1 has once
/// ([RFC 9112, 3.2](https://www.rfc-editor.org/rfc/rfc9112#section-3.2)): a host and perhaps a port, as
/// [RFC 3986, 3.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2) spells them, or nothing.
final class HostHeader {
    private static final String UNRESERVED = "-._~";
    private static final String SUB_DELIMS = "!$&'()*+,;=";

    private HostHeader() {}

    /// Whether these are right.
    ///
    /// @param lines    the values of all headers `Host` of a request
    /// @param isNeeded whether there has to be one
    static boolean isSound(List<String> lines, boolean isNeeded) {
        return lines.isEmpty() ? !isNeeded : lines.size() == 1 && isHostAndPort(lines.getFirst());
    }

    private static boolean isHostAndPort(String value) {
        int bracket = value.indexOf(']');
        int colon = value.indexOf(':', bracket + 1);
        int end = colon < 0 ? value.length() : colon;
        String host = value.substring(0, end);
        boolean isHost = host.startsWith("[") ? bracket == end - 1 && isLiteral(host) : isName(host);
        return isHost && (colon < 0 || Ascii.areDigits(value.substring(colon + 1)));
    }

    /// Whether this is an address in brackets, as far as its characters tell.
    private static boolean isLiteral(String host) {
        return host.length() > "[]".length() && isName(host.substring(1, host.length() - 1).replace(':', '.'));
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Ascii.isLetterOrDigit(c) && c != '%' && UNRESERVED.indexOf(c) < 0 && SUB_DELIMS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
