package prisme.http;

/// The path below which a proxy shows this server, such as `/stats`; empty where it has a host of its own.
/* Handlers know nothing of it: it is taken off every request, and put before every address of ours that an answer
 * leads to. Some proxies take it off themselves, so that requests without it are answered the same. */
public record BasePath(String path) {
    private static final String LOCATION = "Location";
    private static final String SET_COOKIE = "Set-Cookie";
    private static final String COOKIE_PATH = "; Path=/";

    /// @throws IllegalArgumentException unless it is empty, or begins and does not end with a slash, and has only
    ///     letters, digits and `-._~` in its segments
    public BasePath {
        if (!path.isEmpty() && !path.matches("(/[A-Za-z0-9._~-]*[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")) {
            throw new IllegalArgumentException("'" + path + "' is no base path");
        }
    }

    /// The base path of a server with a host of its own.
    public static BasePath none() {
        return new BasePath("");
    }

    /// A request's path without the base path.
    String within(String requested) {
        if (path.isEmpty() || !requested.startsWith(path)) {
            return requested;
        }
        String rest = requested.substring(path.length());
        return rest.isEmpty() ? "/" : rest.startsWith("/") ? rest : requested;
    }

    /// The answer with the base path in the addresses of ours that it leads to.
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

    /* Pages know where they are, and may have named an address as the browser shows it. */
    private boolean isOurs(String location) {
        return location.startsWith("/") && !location.startsWith("//") && within(location).equals(location);
    }
}
