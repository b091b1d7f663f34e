package prisme.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.access.Access.Readers;
import prisme.http.Client;
import prisme.http.LogLines;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Route;
import prisme.http.Router;
import prisme.http.Scope;

class AccessTest {
    private static final List<String> FIGURES = List.of("/figures/visitors", "/dashboard");

    @TempDir Path data;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private Router server(Readers readers, String password, String token) throws IOException {
        Access access = Access.of(readers, Password.of(Secret.of(password), data), Secret.of(token), data,
                (occasion, next) -> Response.ok().withBody("text/html", occasion + " " + next), () -> now, () -> 0);
        List<Route> routes = new ArrayList<>(access.routes());
        routes.add(Route.get("/figures/visitors", _ -> Response.ok()));
        routes.add(Route.get("/dashboard", access.forReaders(_ -> Response.ok())));
        routes.add(Route.get("/export", access.forOwner(_ -> Response.ok())));
        routes.add(Route.post("/import", access.forOwner(_ -> Response.ok())));
        return new Router(routes, List.of(new Scope("/figures/", access.reading())));
    }

    private static Request get(String target) {
        return Request.of(Method.GET, target);
    }

    private static Request form(String body) {
        return Request.of(Method.POST, "/dashboard/sign-in").with("Content-Type", "application/x-www-form-urlencoded")
                .withBody(body);
    }

    private static String cookie(Response response) {
        return response.header("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static String signedIn(Router server, String password) {
        Response response = server.handle(form("password=" + password));
        assertEquals(303, response.status());
        return cookie(response);
    }

    @Test void letsNobodyReadWithoutPasswordOrToken() throws IOException {
        Router server = server(Readers.OWNER, "p", "t");
        for (String path : List.of("/figures/visitors", "/figures/nothing", "/dashboard", "/export")) {
            Response response = server.handle(get(path));
            assertEquals(401, response.status(), path);
            assertEquals("Bearer realm=\"Prisme\"", response.header("WWW-Authenticate").orElseThrow());
            assertEquals("application/problem+json", response.header("Content-Type").orElseThrow());
            assertEquals("no-store", response.header("Cache-Control").orElseThrow());
        }
        assertEquals(401, server.handle(Request.of(Method.POST, "/import")).status());
    }

    @Test void letsTheTokenDoAll() throws IOException {
        Router server = server(Readers.OWNER, "p", "t0k/en");
        for (String value : List.of("Bearer t0k/en", "bearer t0k/en", "BEARER  t0k/en ")) {
            assertEquals(200, server.handle(get("/figures/visitors").with("Authorization", value)).status());
            assertEquals(200, server.handle(get("/export").with("Authorization", value)).status());
            assertEquals(200, server.handle(Request.of(Method.POST, "/import").with("Authorization", value)
                    .with("Origin", "https://elsewhere.example")).status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x", "Bearer T", "Basic t", "t", "Bearer t,t", "Token t"})
    void letsNoOtherTokenRead(String value) throws IOException {
        assertEquals(401, server(Readers.OWNER, "p", "t").handle(get("/export").with("Authorization", value)).status());
        assertEquals(401, server(Readers.OWNER, "p", "").handle(get("/export").with("Authorization", value)).status());
    }

    @Test void leadsBrowsersToTheSignInPageAndBack() throws IOException {
        Router server = server(Readers.OWNER, "p", "");
        Request asked = get("/dashboard?path=/a%20b&x=%26").with("Accept", "text/html,application/xhtml+xml");
        Response led = server.handle(asked);
        assertEquals(303, led.status());
        String location = led.header("Location").orElseThrow();
        assertEquals("/dashboard/sign-in?next=%2Fdashboard%3Fpath%3D%2Fa%2520b%26x%3D%2526", location);
        String page = new String(server.handle(get(location)).bytes(), StandardCharsets.UTF_8);
        assertEquals("FIRST_TRY /dashboard?path=/a%20b&x=%26", page);
        Response signedIn = server.handle(form("password=p&next=%2Fdashboard%3Fpath%3D%2Fa%2520b%26x%3D%2526"));
        assertEquals("/dashboard?path=/a%20b&x=%26", signedIn.header("Location").orElseThrow());
        assertEquals(200, server.handle(asked.with("Cookie", cookie(signedIn))).status());
        assertEquals(401, server.handle(Request.of(Method.POST, "/import").with("Accept", "text/html")).status());
    }

    @Test void asksABrowserThatFollowsAForeignLinkForItsCookieOnceMore() throws IOException {
        Router server = server(Readers.OWNER, "p", "");
        Request foreign = get("/dashboard/sign-in?next=%2Fdashboard%3Fa%22%3E").with("Sec-Fetch-Site", "cross-site");
        Response again = server.handle(foreign);
        assertEquals(200, again.status());
        assertEquals("<!doctype html><title>Prisme</title><meta http-equiv=\"refresh\" content=\"0; "
                + "url=/dashboard/sign-in?next=%2Fdashboard%3Fa%22%3E\">", text(again));
        Request own = get("/dashboard/sign-in?next=/dashboard").with("Sec-Fetch-Site", "same-origin");
        assertEquals("FIRST_TRY /dashboard", text(server.handle(own)));
        assertEquals(303, server.handle(own.with("Cookie", signedIn(server, "p"))).status());
    }

    private static String text(Response response) {
        return new String(response.bytes(), StandardCharsets.UTF_8);
    }

    @Test void givesACookieForThePassword() throws IOException {
        Router server = server(Readers.OWNER, "pä ss&=+", "");
        Response response = server.handle(form("password=p%C3%A4+ss%26%3D%2B&next=//evil.example"));
        assertEquals(303, response.status());
        assertEquals("/dashboard", response.header("Location").orElseThrow());
        String[] cookie = response.header("Set-Cookie").orElseThrow().split("; ", 2);
        assertEquals("Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict", cookie[1]);
        for (String path : List.of("/figures/visitors", "/dashboard", "/export")) {
            assertEquals(200, server.handle(get(path).with("Cookie", "a=b; " + cookie[0] + "; c=d")).status(), path);
        }
        Response again = server.handle(get("/dashboard/sign-in?next=/dashboard?a").with("Cookie", cookie[0]));
        assertEquals("/dashboard?a", again.header("Location").orElseThrow());
    }

    @Test void givesACookieForHttpsAloneOverHttps() throws IOException {
        Router server = server(Readers.OWNER, "p", "");
        Response response = server.handle(form("password=p").over(Client.Scheme.HTTPS));
        assertTrue(response.header("Set-Cookie").orElseThrow().endsWith("; SameSite=Strict; Secure"));
    }

    @Test void endsCookiesAfterThirtyDays() throws IOException {
        Router server = server(Readers.OWNER, "p", "");
        String cookie = signedIn(server, "p");
        now = now.plus(Duration.ofDays(30)).minusSeconds(1);
        assertEquals(200, server.handle(get("/export").with("Cookie", cookie)).status());
        now = now.plusSeconds(1);
        assertEquals(401, server.handle(get("/export").with("Cookie", cookie)).status());
    }

    @Test void keepsCookiesOverARestartButNotOverAnotherPassword() throws IOException {
        String cookie = signedIn(server(Readers.OWNER, "p", ""), "p");
        assertEquals(200, server(Readers.OWNER, "p", "").handle(get("/export").with("Cookie", cookie)).status());
        assertEquals(401, server(Readers.OWNER, "q", "").handle(get("/export").with("Cookie", cookie)).status());
        Path key = data.resolve("session-key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        Files.delete(key);
        assertEquals(401, server(Readers.OWNER, "p", "").handle(get("/export").with("Cookie", cookie)).status());
    }

    @Test void believesNoCookieThatWasNotGivenOutHere() throws IOException {
        Router server = server(Readers.OWNER, "p", "");
        String cookie = signedIn(server, "p");
        String value = cookie.substring(cookie.indexOf('=') + 1);
        String end = value.substring(0, value.indexOf('.'));
        String signature = value.substring(value.indexOf('.') + 1);
        List<String> forged = new ArrayList<>(List.of("", ".", end, end + ".", "." + signature, value + "A",
                Long.parseLong(end) + 1 + "." + signature, "0" + value, "-1." + signature, "9".repeat(30) + ".x",
                value.toUpperCase(java.util.Locale.ROOT), "é.é", end + "." + signature + ".x"));
        for (int i = 0; i < value.length(); i++) {
            forged.add(value.substring(0, i) + (value.charAt(i) == '1' ? '2' : '1') + value.substring(i + 1));
        }
        for (String other : forged) {
            Request request = get("/export").with("Cookie", SessionCookie.NAME + "=" + other);
            assertEquals(401, server.handle(request).status(), other);
        }
        assertEquals(200, server.handle(get("/export").with("Cookie", SessionCookie.NAME + "=x; " + cookie)).status());
    }

    @Test void tellsWhoHasTheWrongPassword() throws IOException {
        Router server = server(Readers.OWNER, "p", "t");
        for (String body : List.of("password=x", "password=", "", "password=P", "password=t", "next=/", "&&&", "%")) {
            Response response = server.handle(form(body));
            assertEquals(401, response.status(), body);
            assertEquals(Optional.empty(), response.header("Set-Cookie"));
            assertTrue(response.problem().isPresent());
        }
        Response page = server.handle(form("password=x&next=/a\"><b>").with("Accept", "text/html"));
        assertEquals(401, page.status());
        assertEquals("WRONG_PASSWORD /a\"><b>", new String(page.bytes(), StandardCharsets.UTF_8));
    }

    @Test void looksAtNoPasswordAfterTenWrongOnes() throws IOException {
        Router server = server(Readers.OWNER, "p", "");
        for (int i = 0; i < 10; i++) {
            assertEquals(401, server.handle(form("password=x")).status());
        }
        Response response = server.handle(form("password=p"));
        assertEquals(429, response.status());
        assertEquals("60", response.header("Retry-After").orElseThrow());
        Response page = server.handle(form("password=p").with("Accept", "text/html"));
        assertEquals(429, page.status());
        assertEquals("60", page.header("Retry-After").orElseThrow());
        assertEquals("TOO_MANY_TRIES /dashboard", new String(page.bytes(), StandardCharsets.UTF_8));
    }

    @Test void opensTheFiguresToEverybodyForReadingAlone() throws IOException {
        Router server = server(Readers.EVERYBODY, "p", "t");
        for (String path : FIGURES) {
            assertEquals(200, server.handle(get(path)).status());
            assertEquals(200, server.handle(get(path).with("Authorization", "Bearer wrong")).status());
        }
        assertEquals(401, server.handle(get("/export")).status());
        assertEquals(401, server.handle(Request.of(Method.POST, "/import")).status());
    }

    @Test void takesNothingFromPagesOfOtherSites() throws IOException {
        Router server = server(Readers.OWNER, "p", "");
        String cookie = signedIn(server, "p");
        Request sent = Request.of(Method.POST, "/import").with("Cookie", cookie).with("Host", "stats.example");
        assertEquals(200, server.handle(sent.with("Origin", "http://stats.example")).status());
        assertEquals(200, server.handle(sent).status());
        assertEquals(403, server.handle(sent.with("Origin", "http://evil.example")).status());
        assertEquals(403, server.handle(sent.with("Sec-Fetch-Site", "same-site")).status());
        assertEquals(403, server.handle(form("password=p").with("Sec-Fetch-Site", "cross-site")).status());
        assertEquals(403,
                server.handle(Request.of(Method.POST, "/dashboard/sign-out").with("Sec-Fetch-Site", "cross-site"))
                .status());
    }

    @Test void takesTheCookieAwayAtSignOut() throws IOException {
        Router server = server(Readers.OWNER, "p", "");
        Response response =
                server.handle(Request.of(Method.POST, "/dashboard/sign-out").with("Cookie", signedIn(server, "p")));
        assertEquals(303, response.status());
        assertEquals("/dashboard/sign-in", response.header("Location").orElseThrow());
        assertTrue(response.header("Set-Cookie").orElseThrow().startsWith("prisme_session=; Path=/; Max-Age=0;"));
        assertEquals(405, server.handle(get("/dashboard/sign-out")).status());
    }

    @Test void keepsThePasswordToItself() throws IOException {
        Password password = Password.of(Secret.of("hunter2"), data);
        assertFalse(password.toString().contains("hunter2"));
        assertNotEquals("", password.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 5000})
    void saysThatADamagedKeyEndsWhatWasSignedInWith(int bytes) throws IOException {
        server(Readers.OWNER, "p", "");
        Path key = Files.write(data.resolve("session-key"), new byte[bytes]);
        try (LogLines log = new LogLines("prisme.access")) {
            server(Readers.OWNER, "p", "");
            assertEquals(List.of("what was in " + key + " cannot be used and was written anew, so whoever was signed "
                    + "in has to sign in again"), log.all());
            server(Readers.OWNER, "p", "");
            assertEquals(1, log.all().size());
        }
        assertEquals(32, Files.size(key));
    }
}
