package prisme.dashboard;

import prisme.http.Route;
import prisme.http.StaticContent;

/// The page that says why a report was not counted, for owners who miss something in the figures.
public final class ReportsPage {
    /// The module that belongs to this page alone.
    static final String MODULE = "reports.js";

    private static final String PAGE = "reports.html";

    private ReportsPage() {}

    /// The page, which need not be guarded: all that it shows it asks the server for.
    public static Route route() {
        StaticContent page = StaticContent.of("text/html; charset=utf-8", new Asset(PAGE)::bytes);
        return Route.get(Dashboard.PATH + "/reports", PageHeaders.on(page).with("Cache-Control", "no-cache"));
    }
}
