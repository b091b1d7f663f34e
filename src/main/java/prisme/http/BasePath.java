package prisme.http;

/// The path under which a proxy publishes this server, such as `/stats`; empty if the server has a host of its own.
/* Handlers know nothing of it: it is removed from the path of every request, and put before the paths of this server to
 * which answers redirect. Some proxies remove it themselves, so requests without it are answered in the same way. */
public record BasePath(String path) {
    private static final String LOCATION = "Location";
    private static final String SET_COOKIE = "Set-Cookie";
    private static final String COOKIE_PATH = "; Path=/";

    /// @throws IllegalArgumentException unless it is empty, or begins but does not end with a slash and has only
    ///     letters, digits and `-._~` in its segments, of which none is empty or all dots
    public BasePath {
        if (!path.isEmpty() && !path.matches("(/[A-Za-z0-9._~-]*[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")) {
            throw new IllegalArgumentException("'" + path + "' is no base path");
        }
    }

    /// The base path of a server with a host of its own.
    public static BasePath none() {
        return new BasePath("");
    }

    /// The path of a request without the base path, if it has that.
    String within(String requested) {
        if (path.isEmpty() || !requested.startsWith(path)) {
            return requested;
        }
        String rest = requested.substring(path.length());
        return rest.isEmpty() ? "/" : rest.startsWith("/") ? rest : requested;
    }

    /// The answer with the base path added to `Location`, if that is a path of this server, and to the path of its
    /// cookie.
    Response before(Response response) {
        if (path.isEmpty()) {
            return response;
        }
        Response led = response.header(LOCATION).filter(this::isOurs)
                .map(location -> response.with(LOCATION, path + location)).orElse(response);
        return led.header(SET_COOKIE)
                .map(cookie -> led.with(SET_COOKIE, cookie.replace(COOKIE_PATH, COOKIE_PATH.replace("/", path + "/"))))
                .orElse(led);
    }

    /* A path that already has the base path is left alone: pages know their addresses as the browser shows them, and
     * may have sent one. */
    private boolean isOurs(String location) {
        return location.startsWith("/") && !location.startsWith("//") && within(location).equals(location);
    }
}
