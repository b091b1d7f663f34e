package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private final Router router = new Router(List.of(
            Route.get("/", _ -> text("root")),
            Route.get("/api/custom/:name", request -> text("custom " + request.parameter("name"))),
            Route.get("/api/custom/special", _ -> text("special")),
            Route.post("/api/custom/special", _ -> text("posted")),
            Route.get("/api/:kind/of/:name",
                    request -> text(request.parameter("kind") + " " + request.parameter("name"))),
            new Route(Method.OPTIONS, "/api/custom/:name", _ -> Response.noContent())), List.of());

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', textBlock = """
            /,                              root
            /api/custom/special,            special
            /%61pi/cust%6Fm/special,        special
            /api/custom/%73pecial,          special
            /api/custom/one,                custom one
            /api/custom/one+two,            custom one+two
            /api/custom/one%20two,          custom one two
            /api/custom/a%2fb,              custom a/b
            /api/custom/a%2F..%2Fb,         custom a/../b
            /api/custom/%E2%82%AC,          custom €
            /api/custom/\u00e2\u0082\u00ac, custom €
            /api/custom/%25zz,              custom %zz
            /api/custom/special%00,         `custom special\0`
            /api/custom/...,                custom ...
            /api/custom/a;b,                custom a;b
            /api/kinds/of/names,            kinds names
            """)
    void findsTheRouteOfAPath(String path, String answer) {
        assertEquals(answer, body(router.handle(Request.of(Method.GET, path))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/custom", "/api/custom/", "/api/custom/a/", "/api/custom//a",
            "/api/custom/a/b", "/API/custom/a", "/api/customs/a", "/api;x/custom/a", "/api%2fcustom%2fa",
            "/api/custom/..", "/api/custom/.", "/api/custom/%2e%2e", "/api/custom/%2E.", "/api/custom/%2e",
            "/x/../api/custom/a", "/api/custom/a/../b", "/./", "/index.html"})
    void answers404WhereNothingIs(String path) {
        Response response = router.handle(Request.of(Method.GET, path));
        assertEquals(404, response.status());
        assertEquals("application/problem+json", response.header("Content-Type").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "%c0%ae", "%ed%a0%80", "%e2%82", "a%", "%zz", "%1", "%+1", "\u00e9"})
    void answers400NamingASegmentThatIsNotUtf8(String segment) {
        Response response = router.handle(Request.of(Method.GET, "/api/custom/" + segment));
        assertEquals(400, response.status());
        assertTrue(response.problem().orElseThrow().detail().contains("'" + segment + "'"));
    }

    @Test
    void answers405WithTheMethodsThereAre() {
        assertAllow("GET, HEAD, POST", Method.DELETE, "/api/custom/special");
        assertAllow("GET, HEAD, POST", Method.OPTIONS, "/api/custom/special");
        assertAllow("GET, HEAD, OPTIONS", Method.POST, "/api/custom/one");
        assertAllow("GET, HEAD", Method.OTHER, "/");
    }

    @Test
    void answersHeadWithTheHandlerOfGet() {
        Router head = new Router(List.of(
                Route.get("/a", request -> Response.of(request.recordsNothing() ? 200 : 500)),
                Route.post("/b", _ -> Response.ok())), List.of());
        assertEquals(200, head.handle(Request.of(Method.HEAD, "/a")).status());
        assertEquals(405, head.handle(Request.of(Method.HEAD, "/b")).status());
    }

    @Test
    void makesOtherRoutesOnceAndOnlyWhenTheyAreAskedFor() {
        List<String> made = new ArrayList<>();
        Router later = later(made);
        assertEquals("urgent", body(later.handle(Request.of(Method.GET, "/urgent"))));
        assertEquals(List.of(), made);
        assertEquals("other", body(later.handle(Request.of(Method.GET, "/other"))));
        assertEquals("custom a", body(later.handle(Request.of(Method.GET, "/custom/a"))));
        assertEquals("urgent", body(later.handle(Request.of(Method.GET, "/%75rgent"))));
        assertEquals(404, later.handle(Request.of(Method.GET, "/nothing")).status());
        assertEquals(List.of("made"), made);
    }

    @Test
    void makesOtherRoutesWhenItIsToldTo() {
        List<String> made = new ArrayList<>();
        Router later = later(made);
        later.complete();
        later.complete();
        assertEquals(List.of("made"), made);
        Router twice = new Router(List.of(Route.get("/a", _ -> text("a"))),
                () -> List.of(Route.get("/a", _ -> text("b"))), List.of());
        assertThrows(IllegalArgumentException.class, twice::complete);
    }

    @Test
    void hasAllRoutesOfAnUrgentPathAmongTheUrgentOnes() {
        Router hidden = new Router(List.of(Route.get("/a", _ -> text("a"))),
                () -> List.of(Route.post("/a", _ -> text("b"))), List.of());
        assertThrows(IllegalArgumentException.class, hidden::complete);
    }

    @Test
    void answers500ThroughTheFiltersUntilOtherRoutesCanBeMade() {
        List<String> seen = new ArrayList<>();
        List<Error> failures = new ArrayList<>(List.of(new NoClassDefFoundError("prisme/Page")));
        Router late = new Router(List.of(Route.get("/urgent", _ -> text("urgent"))), () -> {
            if (!failures.isEmpty()) {
                throw failures.removeLast();
            }
            return List.of(Route.get("/other", _ -> text("other")));
        }, List.of(new Scope("/", noting("outer", seen))));
        try (LogLines log = new LogLines()) {
            assertEquals(500, late.handle(Request.of(Method.GET, "/other")).status());
            assertTrue(log.only().contains("prisme/Page"));
        }
        assertEquals(List.of("outer", "outer 500"), seen);
        assertEquals("other", body(late.handle(Request.of(Method.GET, "/other"))));
    }

    @Test
    void knowsWhichBodiesAreReadAsTheyCome() {
        Router streams = new Router(List.of(Route.get("/urgent", _ -> text("urgent"))),
                () -> List.of(Route.postOfAnyLength("/import", _ -> text("other")),
                        Route.postOfAnyLength("/import/:name", _ -> text("other"))), List.of());
        assertFalse(streams.takesStreams(Method.POST, "/urgent"));
        assertTrue(streams.takesStreams(Method.POST, "/import"));
        assertTrue(streams.takesStreams(Method.POST, "/import/a"));
        assertTrue(streams.takesStreams(Method.POST, "/%69mport"));
        assertFalse(streams.takesStreams(Method.GET, "/import"));
        assertFalse(streams.takesStreams(Method.POST, "/imports"));
    }

    private static Router later(List<String> made) {
        return new Router(
                List.of(Route.get("/urgent", _ -> text("urgent")),
                        Route.get("/custom/:name", request -> text("custom " + request.parameter("name")))),
                () -> {
                    made.add("made");
                    return List.of(Route.get("/other", _ -> text("other")));
                }, List.of());
    }

    @Test
    void asksFiltersFromOutsideToInside() {
        List<String> seen = new ArrayList<>();
        Router filtered = filtered(seen);
        assertEquals("inner", body(filtered.handle(Request.of(Method.GET, "/a/b"))));
        assertEquals(List.of("outer", "inner", "inner 200", "outer 200"), seen);
    }

    @Test
    void showsFiltersTheAnswersThatNoRouteMade() {
        for (String path : List.of("/a/b/c", "/%61/x", "/a/%ff", "/a/..")) {
            List<String> seen = new ArrayList<>();
            int status = filtered(seen).handle(Request.of(Method.GET, path)).status();
            assertEquals(List.of("outer", "inner", "inner " + status, "outer " + status), seen, path);
        }
    }

    @Test
    void showsFiltersTheRefusalsOfTheGuard() {
        List<String> seen = new ArrayList<>();
        Response refusal = Response.problem(413, "Too much.");
        Router router = filtered(seen);
        router.refuse(router.match(Request.of(Method.POST, "/a/b")), refusal).answer();
        assertEquals(List.of("outer", "inner", "inner 413", "outer 413"), seen);
    }

    @Test
    void keepsFiltersToTheirScope() {
        for (String path : List.of("/", "/a", "/ab/c", "/b/a/", "/A/b", "/a%2fb")) {
            List<String> seen = new ArrayList<>();
            filtered(seen).handle(Request.of(Method.GET, path));
            assertEquals(List.of("outer", "outer 404"), seen, path);
        }
    }

    @Test
    void makesA500OfWhatAFilterThrowsForTheFiltersBeforeIt() {
        List<String> seen = new ArrayList<>();
        Filter broken = (_, _) -> {
            throw new AssertionError("broken");
        };
        Router router = new Router(List.of(), List.of(new Scope("/", noting("outer", seen)), new Scope("/a/", broken)));
        try (LogLines log = new LogLines()) {
            assertEquals(500, router.handle(Request.of(Method.GET, "/a/b")).status());
            assertTrue(log.only().contains("broken"));
        }
        assertEquals(List.of("outer", "outer 500"), seen);
    }

    @Test
    void letsFiltersAnswerThemselves() {
        Filter closed = (_, _) -> Response.problem(503, "Closed.");
        Router router = new Router(List.of(Route.get("/a/b", _ -> Response.ok())), List.of(new Scope("/a/", closed)));
        assertEquals(503, router.handle(Request.of(Method.GET, "/a/b")).status());
    }

    @Test
    void refusesRoutesThatContradictEachOther() {
        Route one = Route.get("/a/:b", _ -> Response.ok());
        assertThrows(IllegalArgumentException.class, () -> new Router(List.of(one, one), List.of()));
        Route twice = Route.get("/:b/:b", _ -> Response.ok());
        assertThrows(IllegalArgumentException.class, () -> new Router(List.of(twice), List.of()));
        Route nameless = Route.get("/a/:", _ -> Response.ok());
        assertThrows(IllegalArgumentException.class, () -> new Router(List.of(nameless), List.of()));
        assertThrows(IllegalArgumentException.class, () -> Route.get("a", _ -> Response.ok()));
        assertThrows(IllegalArgumentException.class, () -> new Scope("/a", (request, next) -> next.handle(request)));
    }

    private static Router filtered(List<String> seen) {
        return new Router(List.of(Route.get("/a/b", _ -> text("inner"))),
                List.of(new Scope("/", noting("outer", seen)), new Scope("/a/", noting("inner", seen))));
    }

    private static Filter noting(String name, List<String> seen) {
        return (request, next) -> {
            seen.add(name);
            Response response = next.handle(request);
            seen.add(name + " " + response.status());
            return response;
        };
    }

    private void assertAllow(String allow, Method method, String path) {
        Response response = router.handle(Request.of(method, path));
        assertEquals(405, response.status());
        assertEquals(allow, response.header("Allow").orElseThrow());
    }

    private static Response text(String text) {
        return Response.ok().withBody("text/plain", text);
    }

    private static String body(Response response) {
        return response.problem().map(Problem::detail)
                .orElseGet(() -> new String(response.bytes(), StandardCharsets.UTF_8));
    }
}
