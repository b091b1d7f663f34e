package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way of statistics to the owner and to nobody else: events are sent, somebody signs in, reads, exports and
/// imports.
class ReadingIT {
    private static final String TODAY = "?from=now/d&to=now/d";
    private static final String OWN_PAGE = "https://www.example.com";

    @TempDir Path data;
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder ask(RunningJar jar, String target) {
        return HttpRequest.newBuilder(jar.url(target));
    }

    private static HttpRequest.Builder withToken(RunningJar jar, String target) {
        return ask(jar, target).header("Authorization", "Bearer t0k");
    }

    private void view(RunningJar jar, String path, String referrer) throws Exception {
        assertEquals(200, send(ask(jar, "/api/v1/events/pageviews").POST(HttpRequest.BodyPublishers.noBody())
                .header("Origin", "http://localhost")
                .header("X-Prisme-Referrer", "http://localhost" + path)
                .header("X-Prisme-Document-Referrer", referrer)).statusCode());
    }

    private HttpResponse<String> signIn(RunningJar jar, String password) throws Exception {
        return send(ask(jar, "/dashboard/sign-in")
                .POST(HttpRequest.BodyPublishers.ofString("next=%2Fdashboard%3Fa&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    private String password() throws Exception {
        Path file = data.resolve("dashboard-password");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        return Files.readString(file).strip();
    }

    @Test void showsTheOwnerWhatHasCome() throws Exception {
        try (RunningJar jar = RunningJar.serve(data, "--api.token=t0k")) {
            assertTrue(jar.saysSoon("Sign in   ").endsWith(data.resolve("dashboard-password").toString()));
            view(jar, "/", "https://news.example/");
            view(jar, "/about", "http://localhost/");
            assertEquals(401, send(ask(jar, "/api/v1/stats/visitors" + TODAY)).statusCode());
            HttpResponse<String> top = send(withToken(jar, "/api/v1/stats/top-pages" + TODAY));
            assertEquals(200, top.statusCode());
            assertTrue(top.body().endsWith("\"keys\":[\"/\",\"/about\"],\"values\":[1,1]}"), top.body());
            HttpResponse<String> summary = send(withToken(jar, "/api/v1/stats/summary" + TODAY + "&path=/about"));
            assertTrue(summary.body().contains("\"visitors\":1,\"sessions\":1,\"pageviews\":2,\"bounces\":0,"
                    + "\"views_per_session\":2,\"bounce_rate\":0,"), summary.body());
            assertTrue(summary.body().contains("\"live_visitors\":1,\"previous\":{"), summary.body());
            HttpResponse<String> none =
                    send(withToken(jar, "/api/v1/stats/sessions" + TODAY + "&interval=hour&os=!Other"));
            assertEquals(24, none.body().split("\"values\":\\[")[1].split(",").length);
            assertEquals(400, send(withToken(jar, "/api/v1/stats/visitors?from=now")).statusCode());
        }
    }

    @Test void letsNobodyInWithoutThePassword() throws Exception {
        String cookie;
        try (RunningJar jar = RunningJar.serve(data)) {
            HttpResponse<String> led = send(ask(jar, "/dashboard?a").header("Accept", "text/html"));
            assertEquals(303, led.statusCode());
            assertEquals("/dashboard/sign-in?next=%2Fdashboard%3Fa",
                    led.headers().firstValue("Location").orElseThrow());
            HttpResponse<String> in = signIn(jar, password());
            assertEquals(303, in.statusCode());
            assertEquals("/dashboard?a", in.headers().firstValue("Location").orElseThrow());
            cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        }
        try (RunningJar jar = RunningJar.serve(data)) {
            for (String target : List.of("/dashboard", "/api/v1/stats/visitors" + TODAY, "/api/v1/export")) {
                assertEquals(401, send(ask(jar, target)).statusCode(), target);
                assertEquals(401, send(withToken(jar, target)).statusCode(), target);
                assertEquals(200, send(ask(jar, target).header("Cookie", cookie)).statusCode(), target);
                assertEquals(200, send(ask(jar, target).HEAD().header("Cookie", cookie)).statusCode(), target);
            }
            for (int i = 0; i < 10; i++) {
                assertEquals(401, signIn(jar, "wrong").statusCode());
            }
            assertEquals(429, signIn(jar, password()).statusCode());
        }
        try (RunningJar jar = RunningJar.serve(data, "--dashboard.password=other")) {
            assertEquals(401, send(ask(jar, "/dashboard").header("Cookie", cookie)).statusCode());
        }
    }

    @Test void opensTheFiguresAlone() throws Exception {
        try (RunningJar jar = RunningJar.serve(data, "--dashboard.public=true", "--stats.allow.origins=" + OWN_PAGE)) {
            assertEquals(200, send(ask(jar, "/dashboard")).statusCode());
            HttpResponse<String> read = send(ask(jar, "/api/v1/stats/visitors" + TODAY).header("Origin", OWN_PAGE));
            assertEquals(200, read.statusCode());
            assertEquals(OWN_PAGE, read.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
            HttpResponse<String> asked = send(ask(jar, "/api/v1/stats/visitors")
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody()).header("Origin", OWN_PAGE)
                    .header("Access-Control-Request-Method", "GET")
                    .header("Access-Control-Request-Headers", "authorization"));
            assertEquals(204, asked.statusCode());
            assertEquals(401, send(ask(jar, "/api/v1/export")).statusCode());
            assertEquals(401, send(ask(jar, "/api/v1/import").POST(HttpRequest.BodyPublishers.noBody())).statusCode());
        }
    }

    @Test void carriesEventsFromServerToServer(@TempDir Path elsewhere) throws Exception {
        String lines;
        try (RunningJar jar = RunningJar.serve(data, "--api.token=t0k", "--rate.limit.events=0")) {
            for (int i = 0; i < 300; i++) {
                view(jar, "/" + i, "https://news.example/");
            }
            lines = send(withToken(jar, "/api/v1/export")).body();
            assertEquals(300, lines.lines().count());
            assertTrue(send(withToken(jar, "/api/v1/export?format=csv")).body().startsWith("type,timestamp,domain,"));
        }
        assertTrue(lines.length() > 64 * 1024);
        try (RunningJar jar = RunningJar.serve(elsewhere, "--api.token=t0k")) {
            HttpResponse<String> done = send(withToken(jar, "/api/v1/import")
                    .POST(HttpRequest.BodyPublishers.ofString(lines)));
            assertEquals("{\"imported\":300,\"skipped\":0}", done.body());
            assertEquals(lines, send(withToken(jar, "/api/v1/export")).body());
            assertTrue(send(withToken(jar, "/api/v1/stats/summary?from=now-1d&to=now%2B1d")).body()
                    .contains("\"sessions\":300,\"pageviews\":300,"));
            HttpResponse<String> refused = send(withToken(jar, "/api/v1/import")
                    .POST(HttpRequest.BodyPublishers.ofString("\n{}\n")));
            assertEquals(400, refused.statusCode());
            assertTrue(refused.body().contains("line 2: "), refused.body());
        }
    }
}
