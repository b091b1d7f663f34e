package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The metrics and the access log of the running server.
class WatchIT {
    private static final String ADDRESS_BEHIND_PROXY = "203.0.113.77";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test void countsAndLogsWhatItAnswers(@TempDir Path data) throws Exception {
        Path log = data.resolve("access.log");
        try (RunningJar jar = RunningJar.serve(data.resolve("data"), "--admin.hostport=127.0.0.1:0",
                "--access.log=" + log, "--trust.proxy=true")) {
            assertEquals(200, send(jar, "http://localhost"));
            assertEquals(400, send(jar, "http://elsewhere.example"));
            String metrics = http.send(HttpRequest.newBuilder(metricsOf(jar)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
            has(metrics, "http_requests_total{path=\"/api/v1/events/pageviews\",method=\"POST\",status=\"200\"} 1");
            has(metrics, "prisme_events_stored_total 1");
            has(metrics, "prisme_events_refused_total{reason=\"origin\"} 1");
            has(metrics, "prisme_sessions 1");
            assertTrue(metrics.contains("\nprisme_store_fsync_seconds_total "), metrics);
            assertEquals(0, jar.stop());
        }
        List<String> lines = Files.readAllLines(log);
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("\"source_ip\":\"203.0.113.0\",\"method\":\"POST\","
                + "\"path\":\"/api/v1/events/pageviews\",\"status_code\":200}")), lines::toString);
        assertTrue(lines.stream().noneMatch(line -> line.contains(ADDRESS_BEHIND_PROXY)), lines::toString);
    }

    /* A pipe has room for 250 lines. If requests waited for it, each of the next ones would take a thread, of which
     * there are fewer. */
    @ParameterizedTest
    @ValueSource(strings = {"stdout", "stderr"})
    void neverWaitsForAReaderOfItsLogs(String output, @TempDir Path data) throws Exception {
        try (RunningJar jar = RunningJar.serveUnread(data, "--access.log=" + output, "--admin.hostport=")) {
            HttpRequest ask = HttpRequest.newBuilder(jar.url("/api/v1/healthcheck"))
                    .timeout(Duration.ofSeconds(10)).build();
            for (int i = 0; i < 1500; i++) {
                assertEquals(200, http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode());
            }
            assertEquals(0, jar.stop());
        }
    }

    @Test void saysWhyItDoesNotStartBehindWhatItSaidBefore(@TempDir Path data) throws Exception {
        Files.writeString(data.resolve("salts"), "damaged");
        RunningJar.Ended ended = RunningJar.ended("serve", "--data.dir=" + data, "--port=0", "--admin.hostport=",
                "--access.log=" + data.resolve("no/such/directory"));
        List<String> said = ended.said().lines().toList();
        assertEquals(1, ended.exit());
        assertEquals(2, said.size(), said::toString);
        assertTrue(said.getFirst().startsWith("{\"time\":") && said.getFirst().endsWith("}"), said::toString);
        assertTrue(said.getLast().startsWith("prisme: cannot write the access log: "), said::toString);
    }

    private int send(RunningJar jar, String origin) throws Exception {
        return http.send(HttpRequest.newBuilder(jar.url("/api/v1/events/pageviews"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("X-Forwarded-For", ADDRESS_BEHIND_PROXY)
                .header("X-Prisme-Referrer", "http://localhost/")
                .build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /* The line stands behind the one that tells where the server listens. */
    private static URI metricsOf(RunningJar jar) throws Exception {
        return URI.create(jar.saysSoon("Metrics   "));
    }

    private static void has(String text, String line) {
        assertTrue(text.lines().anyMatch(line::equals), text);
    }
}
