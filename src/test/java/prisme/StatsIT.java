package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The figures of the running server.
class StatsIT {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PAGES = "/api/v1/stats/top-pages?from=now-1h&to=now";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test void countsAPageViewAsSoonAsItIsAcknowledgedAndAfterARestart(@TempDir Path data) throws Exception {
        try (RunningJar jar = RunningJar.serve(data, "--api.token=" + TOKEN)) {
            for (int i = 1; i <= 3; i++) {
                assertEquals(200, view(jar, "/page"));
                assertHas(ask(jar, PAGES, TOKEN), 200, "\"keys\":[\"/page\"],\"values\":[" + i + "]");
            }
            assertEquals(0, jar.stop());
        }
        try (RunningJar jar = RunningJar.serve(data, "--api.token=" + TOKEN)) {
            assertHas(ask(jar, PAGES, TOKEN), 200, "\"keys\":[\"/page\"],\"values\":[3]");
            assertEquals(0, jar.stop());
        }
    }

    @Test void tellsTheOwnerAlone(@TempDir Path data) throws Exception {
        try (RunningJar jar = RunningJar.serve(data, "--api.token=" + TOKEN,
                "--stats.allow.origins=https://a.example")) {
            assertEquals(401, ask(jar, PAGES, "wrong").statusCode());
            HttpResponse<String> answer = ask(jar, PAGES, TOKEN);
            assertEquals(200, answer.statusCode());
            assertEquals("https://a.example", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
            assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
            assertHas(ask(jar, "/api/v1/stats/top-pages?from=now", TOKEN), 400, "The parameter to is missing");
        }
    }

    private int view(RunningJar jar, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(jar.url("/api/v1/events/pageviews"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Origin", "http://localhost")
                .header("X-Prisme-Referrer", "http://localhost" + path)
                .header("X-Prisme-Document-Referrer", "http://localhost" + path)
                .build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpResponse<String> ask(RunningJar jar, String address, String token) throws Exception {
        return http.send(HttpRequest.newBuilder(jar.url(address))
                .header("Authorization", "Bearer " + token)
                .header("Origin", "https://a.example")
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertHas(HttpResponse<String> answer, int status, String text) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains(text), answer::body);
    }
}
