package prisme.access;

import java.util.Optional;
import prisme.http.Request;

/// Tells requests of our own pages from those that a page of another site made a browser send.
/* Sec-Fetch-Site, which the browser sets itself, counts most: proxies change Host, but not that. Browsers send it only
 * over HTTPS and to localhost; otherwise Origin is compared with Host. A client that sends neither is not a browser, so
 * no page can make it send the owner's cookie. */
final class SameOrigin {
    private SameOrigin() {}

    /// Whether no page of another origin has sent this request.
    static boolean isOriginOf(Request request) {
        Optional<String> site = request.header("Sec-Fetch-Site");
        if (site.isPresent()) {
            return site.get().equals("same-origin") || site.get().equals("none");
        }
        return request.headers("Origin").stream().allMatch(origin -> isHost(origin, request));
    }

    private static boolean isHost(String origin, Request request) {
        String host = request.header("Host").orElse("");
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }
}
