package prisme.dashboard;

import prisme.http.Response;
import prisme.http.StaticContent;

/// The headers by which every page and file tells browsers to load nothing from elsewhere, to run no script that is
/// inline in the page, to show it in no frame of another page, and to send other sites no referrer.
final class PageHeaders {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private PageHeaders() {}

    static StaticContent on(StaticContent content) {
        return content.with("Content-Security-Policy", POLICY).with("Referrer-Policy", "same-origin");
    }

    static Response on(Response response) {
        return response.with("Content-Security-Policy", POLICY).with("Referrer-Policy", "same-origin")
                .with("X-Content-Type-Options", "nosniff").with("Cache-Control", "no-store");
    }
}
