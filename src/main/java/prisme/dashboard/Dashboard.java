package prisme.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import prisme.access.SignInPage;
import prisme.http.Handler;
import prisme.http.Response;
import prisme.http.Route;
import prisme.http.StaticContent;

/// The page that the owner looks at, and the files that belong to it. It gets all that it shows from [StatsApi].
public final class Dashboard {
    /// Where the page is.
    public static final String PATH = SignInPage.DASHBOARD;

    private static final String PAGE = "index.html";
    private static final String FIRST_MODULE = "main.js";
    private static final String MODULES_PLACE = "<!--modules-->";
    private static final String EXIT_PLACE = "<!--sign-out-->";
    private static final String EXIT = """
            <form method="post" action="dashboard/sign-out"><button class="control">Sign out</button></form>""";
    private static final String REPORTS_PLACE = "<!--reports-->";
    private static final String REPORTS = """
            <p class="foot"><a class="link" href="dashboard/reports">Something missing? \
            See why reports were not counted</a></p>""";

    private final String exit;
    private final String reports;
    private volatile String edition = "";

    private Dashboard(String exit, String reports) {
        this.exit = exit;
        this.reports = reports;
    }

    /// The page for somebody who has signed in, can sign out, and may see what became of reports.
    public static Dashboard withSignOut() {
        return new Dashboard(EXIT, REPORTS);
    }

    /// The page where everybody may read it.
    public static Dashboard open() {
        return new Dashboard("", "");
    }

    /// Leads to the page, from `/`.
    public static Route entrance() {
        return leadingFrom("/");
    }

    private static Route leadingFrom(String path) {
        return Route.get(path, _ -> Response.of(302).with("Location", PATH).with("Cache-Control", "no-cache"));
    }

    /// The page and its files.
    ///
    /// @param guard put before the page; its files are for everybody, as the sign-in page needs some of them
    public List<Route> routes(UnaryOperator<Handler> guard) {
        List<Route> routes = new ArrayList<>();
        routes.add(leadingFrom(PATH + "/"));
        routes.add(Route.get(PATH, guard.apply(content("text/html; charset=utf-8", this::page))));
        Handler files = files();
        routes.add(Route.get(PATH + "/:file", files));
        routes.add(Route.get(PATH + "/:edition/:file", lasting(files)));
        return routes;
    }

    private static Handler files() {
        Map<String, StaticContent> files = new HashMap<>();
        for (Asset asset : Asset.all()) {
            files.put(asset.name(), content(asset.contentType(), asset::bytes));
        }
        return request -> {
            StaticContent file = files.get(request.parameter("file"));
            return file == null ? Response.nothingHere() : file.handle(request);
        };
    }

    /* A file whose address has its edition in it never changes, so browsers need not ask for it again. */
    private Handler lasting(Handler files) {
        return request -> {
            Response file = files.handle(request);
            return request.parameter("edition").equals(edition()) && file.status() != 404
                    ? file.with("Cache-Control", "public, max-age=31536000, immutable")
                    : file;
        };
    }

    private String edition() {
        String known = edition;
        if (known.isEmpty()) {
            known = Asset.edition();
            edition = known;
        }
        return known;
    }

    private static StaticContent content(String contentType, Supplier<byte[]> bytes) {
        return PageHeaders.on(StaticContent.of(contentType, bytes)).with("Cache-Control", "no-cache");
    }

    /* The browser finds the modules that the first one imports by itself. It is told of all others, rather than finding
     * each of them only when it has read the one that imports it. */
    private byte[] page() {
        String first = Asset.text(FIRST_MODULE);
        String links = Asset.all().stream().filter(Asset::isModule)
                .filter(asset -> !List.of(FIRST_MODULE, ReportsPage.MODULE).contains(asset.name()))
                .filter(asset -> !first.contains("\"./" + asset.name() + "\""))
                .map(asset -> "<link rel=\"modulepreload\" href=\"" + address(asset, "") + "\">")
                .collect(Collectors.joining("\n"));
        String page = Asset.text(PAGE).replace(MODULES_PLACE, links).replace(EXIT_PLACE, exit)
                .replace(REPORTS_PLACE, reports);
        for (Asset asset : Asset.all()) {
            page = page.replace("\"" + address(asset, "") + "\"", "\"" + address(asset, edition() + "/") + "\"");
        }
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static String address(Asset asset, String edition) {
        return "dashboard/" + edition + asset.name();
    }
}
