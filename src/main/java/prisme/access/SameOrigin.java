package prisme.access;

import java.util.Optional;
import prisme.http.Request;

/// Tells whether a page of another site made a browser send this request.
/* What a browser says itself in Sec-Fetch-Site counts most: proxies change Host, but not that. It says so only over
 * HTTPS and to localhost; elsewhere Origin is compared with Host. Who sends neither is no browser, and cannot be made
 * to send the owner's cookie. */
final class SameOrigin {
    private SameOrigin() {}

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
