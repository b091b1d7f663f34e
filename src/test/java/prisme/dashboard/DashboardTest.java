package prisme.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Router;
import prisme.stats.Question.Metric;

class DashboardTest {
    private static final Path FILES = Path.of("src/main/resources/prisme/dashboard");
    private static final Set<String> PAGES = Set.of("index.html", "reports.html", "sign-in.html");
    private static final int MOST_BYTES = 120_000;

    private final Router router = new Router(Dashboard.withSignOut().routes(page -> page), List.of());

    @Test void rootLeadsToThePage() {
        Response response = new Router(List.of(Dashboard.entrance()), List.of()).handle(Request.of(Method.GET, "/"));
        assertEquals(302, response.status());
        assertEquals("/dashboard", response.header("Location").orElseThrow());
    }

    @Test void aSlashBehindItLeadsToThePageToo() {
        Response response = get("/dashboard/");
        assertEquals(302, response.status());
        assertEquals("/dashboard", response.header("Location").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard", "/dashboard?period=7d&path=/a", "/dashboard/main.js",
            "/dashboard/dashboard.css", "/dashboard/prisme.svg"})
    void loadsNothingFromElsewhereAndFramesNobody(String target) {
        Response response = get(target);
        assertEquals(200, response.status());
        String policy = response.header("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'self';"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", response.header("X-Content-Type-Options").orElseThrow());
        assertEquals("same-origin", response.header("Referrer-Policy").orElseThrow());
    }

    @Test void guardsThePageAlone() {
        Router guarded = new Router(Dashboard.withSignOut().routes(_ -> _ -> Response.of(401)), List.of());
        assertEquals(401, guarded.handle(Request.of(Method.GET, "/dashboard")).status());
        assertEquals(200, guarded.handle(Request.of(Method.GET, "/dashboard/dashboard.css")).status());
    }

    @Test void sendsNothingToWhoeverHasItAlready() {
        String tag = get("/dashboard").header("ETag").orElseThrow();
        assertEquals(304, router.handle(Request.of(Method.GET, "/dashboard").with("If-None-Match", tag)).status());
    }

    @Test void filesOfThisEditionNeedNotBeAskedForAgain() {
        String page = text(get("/dashboard"));
        for (String name : List.of("main.js", "dashboard.css", "prisme.svg")) {
            Response response = get("/dashboard/" + Asset.edition() + "/" + name);
            assertEquals("public, max-age=31536000, immutable", response.header("Cache-Control").orElseThrow(), name);
            assertEquals("no-cache", get("/dashboard/0/" + name).header("Cache-Control").orElseThrow(), name);
            assertEquals("no-cache", get("/dashboard/" + name).header("Cache-Control").orElseThrow(), name);
            assertFalse(page.contains("\"dashboard/" + name), name);
        }
        assertEquals("no-cache", get("/dashboard").header("Cache-Control").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.js", "index.html", "0/nothing.js", "EDITION/nothing.js", "EDITION/index.html",
        "EDITION", "EDITION/", "0/0/main.js", "MAIN.JS"})
    void hasNothingElse(String file) {
        Response response = get("/dashboard/" + file.replace("EDITION", Asset.edition()));
        assertEquals(404, response.status());
        assertEquals(Optional.empty(), response.header("Cache-Control"));
    }

    @Test void compresses() {
        Response response = router.handle(Request.of(Method.GET, "/dashboard/main.js").with("Accept-Encoding", "gzip"));
        assertEquals("gzip", response.header("Content-Encoding").orElseThrow());
    }

    @Test void givesOutEveryFileThereIs() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            Set<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !PAGES.contains(name)).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(names, Asset.all().stream().map(Asset::name).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @ParameterizedTest @MethodSource("lists")
    void showsEveryListThatCanBeAskedFor(String name) {
        String[] lists = Asset.text("lists.js").split("export const PANELS", 2);
        String key = "\"" + name + "\"";
        assertTrue(lists[0].contains(key + ": {"), name + " is none of the LISTS in lists.js");
        boolean isOnThePage = lists[1].contains(key) || Asset.text("events.js").contains(key);
        assertTrue(isOnThePage, name + " is in none of the PANELS in lists.js");
    }

    /* The sites have a menu instead. */
    private static Stream<String> lists() {
        return new StatsApi((_, _) -> List.of(), InstantSource.system()).routes().stream()
                .map(route -> route.pattern().substring(StatsApi.PREFIX.length()))
                .filter(name -> name.startsWith("top-") && !name.equals("top-domains"));
    }

    /* Who is there now is a number without a chart. */
    @ParameterizedTest @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LIVE_VISITORS")
    void drawsEverySeriesThatCanBeAskedFor(Metric metric) {
        String name = metric.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertTrue(Asset.text("metrics.js").matches("(?s).*series: \\[[^]]*\"" + name + "\".*"),
                name + " is a series of none of the METRICS in metrics.js");
    }

    @Test void staysSmall() {
        int bytes = get("/dashboard").bytes().length + Asset.text("sign-in.html").length()
                + Asset.text("reports.html").length()
                + Asset.all().stream().mapToInt(asset -> asset.bytes().length).sum();
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }

    @Test void namesNoOtherHostAndHasNothingInline() {
        List<String> texts = Stream.concat(PAGES.stream(), Asset.all().stream().map(Asset::name)).map(Asset::text)
                .map(text -> text.replaceAll("(?m)^ *(//|\\*|/\\*).*", "").replace("http://www.w3.org/2000/svg", ""))
                .toList();
        for (String text : texts) {
            assertFalse(text.contains("://"), text);
            assertFalse(text.matches("(?s).*(innerHTML|outerHTML|insertAdjacent|document\\.write|eval\\().*"), text);
        }
        String page = text(get("/dashboard"));
        assertFalse(page.matches("(?s).*(<style| style=| on[a-z]+=|<script>).*"), page);
    }

    @Test void offersToSignOutOnlyWhereThereIsSomethingToSignOutOf() {
        assertTrue(text(get("/dashboard")).contains("sign-out"));
        Router open = new Router(Dashboard.open().routes(page -> page), List.of());
        assertFalse(text(open.handle(Request.of(Method.GET, "/dashboard"))).contains("sign-out"));
    }

    @Test void leadsToTheReportsOnlyWhoeverMayReadThem() {
        assertTrue(text(get("/dashboard")).contains("href=\"dashboard/reports\""));
        Router open = new Router(Dashboard.open().routes(page -> page), List.of());
        assertFalse(text(open.handle(Request.of(Method.GET, "/dashboard"))).contains("reports\""));
    }

    @Test void tellsTheBrowserOfEveryModuleItNeeds() {
        String page = text(get("/dashboard"));
        String first = Asset.text("main.js");
        for (Asset asset : Asset.all()) {
            boolean isToldOf = !asset.name().equals(ReportsPage.MODULE) && !first.contains("./" + asset.name() + "\"");
            assertEquals(isToldOf, page.contains("\"dashboard/" + Asset.edition() + "/" + asset.name() + "\""),
                    asset.name());
        }
    }

    private Response get(String target) {
        return router.handle(Request.of(Method.GET, target));
    }

    private static String text(Response response) {
        return new String(response.bytes(), StandardCharsets.UTF_8);
    }
}
