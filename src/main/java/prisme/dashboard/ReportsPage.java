package prisme.dashboard;

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
        StaticContent page = StaticContent.of("text/html; charset=utf-8", new Asset(PAGE)::bytes);
        return Route.get(Dashboard.PATH + "/reports", PageHeaders.on(page).with("Cache-Control", "no-cache"));
    }
}
