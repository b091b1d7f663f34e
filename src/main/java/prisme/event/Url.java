package prisme.event;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// An absolute web address with a host, split into its parts (RFC 3986). User information is dropped.
///
/// @param scheme   in lower case, without its colon
/// @param host     in lower case, without port
/// @param domain   the host, with its port where that is not the scheme's default
/// @param path     normalised, begins with `/`
/// @param query    without `?`; as it was sent, but with characters percent-encoded that are not allowed in an address;
///                 empty when there is none
/// @param text     the address without its fragment, with scheme, host and port as above, and path and query as they
///                 were sent, but percent-encoded like the query
/// @param fragment percent-encoded like the query, with its `#`; empty when there is none
public record Url(String scheme, String host, String domain, String path, String query, String text, String fragment) {
    /// How many characters the address of a page, a link or a file may have at most, without its fragment.
    public static final int MAX_LENGTH = 2048;

    /// What [#isTarget(String)] requires, as the end of a sentence.
    public static final String TARGET_RULE = "an absolute http or https address without user information and fragment, "
            + "of at most " + MAX_LENGTH + " characters";

    /// The characters besides letters and digits that are allowed in an address (RFC 3986, section 2), and `%`.
    private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";
    private static final int MAX_PORT = 65535;

    /// Reads an address of any scheme.
    ///
    /// @throws InvalidUrl when `text` is not one, or has no host
    public static Url parse(String text) throws InvalidUrl {
        requireSane(text);
        int colon = text.indexOf(':');
        if (colon <= 0 || !text.startsWith("//", colon + 1)) {
            throw new InvalidUrl("is not absolute: it must begin like https://example.com");
        }
        String scheme = scheme(text.substring(0, colon));
        int authority = colon + 3;
        int path = firstOf("/?#", text, authority);
        int query = firstOf("?#", text, path);
        int fragment = firstOf("#", text, query);
        int host = startOfHost(text, authority, path);
        int port = portColon(text, host, path);
        String name = Host.parse(text.substring(host, port));
        String suffix = portSuffix(scheme, text.substring(Math.min(port + 1, path), path));
        return new Url(scheme, name, name + suffix, UrlPath.normalise(text.substring(path, query)),
                encoded(text.substring(Math.min(query + 1, fragment), fragment)),
                scheme + "://" + name + suffix + encoded(text.substring(path, fragment)),
                encoded(text.substring(fragment)));
    }

    /// Reads an address of the web: http or https.
    ///
    /// @throws InvalidUrl as [#parse(String)], for any other scheme, and for more than [#MAX_LENGTH] characters before
    ///                    the fragment
    public static Url parseWeb(String text) throws InvalidUrl {
        if (text.codePointCount(0, firstOf("#", text, 0)) > MAX_LENGTH) {
            throw new InvalidUrl("has more than " + MAX_LENGTH + " characters");
        }
        Url url = parse(text);
        if (!url.scheme.equals("http") && !url.scheme.equals("https")) {
            throw new InvalidUrl("must begin with http:// or https://");
        }
        return url;
    }

    /// Whether this may be stored as the target of a link or the address of a file: an http or https address without
    /// user information and fragment. It need not be in the spelling of [#text()].
    public static boolean isTarget(String text) {
        boolean isWeb = text.startsWith("http://") || text.startsWith("https://");
        if (!isWeb || text.chars().anyMatch(c -> c <= ' ' || c == '#')) {
            return false;
        }
        try {
            parseWeb(text);
            return !hasUser(text);
        } catch (InvalidUrl _) {
            return false;
        }
    }

    private static boolean hasUser(String text) {
        int authority = text.indexOf("//") + 2;
        return text.lastIndexOf('@', firstOf("/?#", text, authority)) >= authority;
    }

    /// The complete address, with its fragment.
    public String whole() {
        return text + fragment;
    }

    /// The page at this address.
    public Page page() {
        return new Page(domain, path);
    }

    private static void requireSane(String text) throws InvalidUrl {
        if (text.isEmpty()) {
            throw new InvalidUrl("is empty");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new InvalidUrl("has a control character at offset " + i);
            }
        }
    }

    private static String scheme(String text) throws InvalidUrl {
        String scheme = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < scheme.length(); i++) {
            char c = scheme.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z' || i > 0 && (c >= '0' && c <= '9' || "+-.".indexOf(c) >= 0);
            if (!allowed) {
                throw new InvalidUrl("is not absolute: it must begin like https://example.com");
            }
        }
        return scheme;
    }

    /* A backslash is not allowed before the host: browsers read it as a slash, so that http://a\@b/ leads them to a. */
    private static int startOfHost(String text, int authority, int end) throws InvalidUrl {
        int at = text.lastIndexOf('@', end - 1);
        if (at < authority) {
            return authority;
        }
        if (text.substring(authority, at).contains("\\")) {
            throw new InvalidUrl("has a backslash before its host");
        }
        return at + 1;
    }

    /// The index of the colon before the port, or the end of the authority.
    private static int portColon(String text, int host, int end) {
        int bracket = text.indexOf(']', host);
        int colon = text.indexOf(':', bracket >= 0 && bracket < end ? bracket : host);
        return colon < 0 || colon > end ? end : colon;
    }

    /// The port as it is written after a host, such as `:8080`; empty for none and for the scheme's default.
    private static String portSuffix(String scheme, String digits) throws InvalidUrl {
        int port = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new InvalidUrl("has a port that is no number");
            }
            port = Math.min(port * 10 + digit, MAX_PORT + 1);
        }
        if (port > MAX_PORT) {
            throw new InvalidUrl("has a port above " + MAX_PORT);
        }
        return digits.isEmpty() || port == defaultPort(scheme) ? "" : ":" + port;
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
    }

    /// `text` with every character percent-encoded that is not allowed in an address.
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (UrlPath.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                UrlPath.appendOctet(encoded, c);
            }
        }
        return encoded.toString();
    }

    private static int firstOf(String characters, String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
