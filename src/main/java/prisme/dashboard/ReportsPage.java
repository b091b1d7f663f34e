package prisme.dashboard;

import java.nio.charset.StandardCharsets;
import prisme.http.Route;
import prisme.http.StaticContent;

/// The page that tells why a report was not counted, for owners who miss something in the figures.
public final class ReportsPage {
    /// The module that belongs to this page alone.
    static final String MODULE = "reports.js";

    private static final String PAGE = "reports.html";

    private ReportsPage() {}

    /// Where it is. What it shows it asks for, so that it need not be guarded itself.
    public static Route route() {
        byte[] page = Asset.text(PAGE).getBytes(StandardCharsets.UTF_8);
        return Route.get(Dashboard.PATH + "/reports", PageHeaders.on(StaticContent.of("text/html; charset=utf-8", page))
                .with("Cache-Control", "no-cache"));
    }
}
