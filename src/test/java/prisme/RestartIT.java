package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A visitor reads on while the server is restarted, after an orderly stop or not.
class RestartIT {
    private final HttpClient http = HttpClient.newHttpClient();
    @TempDir Path data;

    /// How a server ends.
    private interface Ending {
        void of(RunningJar jar);
    }

    private static void orderly(RunningJar jar) {
        assertEquals(0, jar.stop());
    }

    private void view(RunningJar jar, String path, String referrer) {
        HttpRequest request = HttpRequest.newBuilder(jar.url("/api/v1/events/pageviews"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Origin", "http://localhost")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .header("X-Prisme-Referrer", "http://localhost" + path)
                .header("X-Prisme-Document-Referrer", referrer.isEmpty() ? "" : "http://localhost" + referrer)
                .build();
        try {
            assertEquals(200, http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> exported(String field) throws IOException {
        return RunningJar.output("export", "--data.dir=" + data).lines()
                .map(line -> line.replaceFirst(".*\"" + field + "\":\"?([^\",}]*)[\",}].*", "$1")).toList();
    }

    private void readOnThrough(Ending ending) throws IOException {
        for (int round = 0; round < 3; round++) {
            try (RunningJar jar = RunningJar.serve(data)) {
                view(jar, "/" + round, round == 0 ? "" : "/" + (round - 1));
                ending.of(jar);
            }
        }
        assertEquals(List.of("1", "2", "3"), exported("version"));
        assertEquals(1, exported("session_uuid").stream().distinct().count());
        assertEquals(1, exported("visitor_id").stream().distinct().count());
    }

    @Test void aVisitGoesOnAfterAKill() throws IOException {
        readOnThrough(RunningJar::kill);
        try (RunningJar jar = RunningJar.serve(data)) {
            orderly(jar);
        }
        assertEquals("", leftovers());  // a kill may leave a file that was being written; the next start may not
    }

    @Test void aVisitGoesOnAfterAnOrderlyStop() throws IOException {
        readOnThrough(RestartIT::orderly);
        assertEquals("", leftovers());
    }

    private String leftovers() throws IOException {
        try (var files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".tmp"))
                    .collect(Collectors.joining(" "));
        }
    }

    @Test void anotherVisitOfTheDayIsOfTheSameVisitor() throws IOException {
        for (String path : List.of("/a", "/b")) {
            try (RunningJar jar = RunningJar.serve(data)) {
                view(jar, path, "");
                orderly(jar);
            }
        }
        assertEquals(List.of("1", "1"), exported("version"));
        assertEquals(2, exported("session_uuid").stream().distinct().count());
        /* Midnight may have come between them. */
        assertTrue(exported("visitor_id").stream().distinct().count() == 1
                || exported("timestamp").stream().map(time -> time.substring(0, 10)).distinct().count() == 2);
    }

    @Test void withoutItsSnapshotAVisitIsTakenFromTheEvents() throws IOException {
        try (RunningJar jar = RunningJar.serve(data)) {
            view(jar, "/a", "");
            orderly(jar);
        }
        Files.write(data.resolve("sessions"), new byte[] {1, 2, 3});
        try (RunningJar jar = RunningJar.serve(data)) {
            assertTrue(jar.said().stream().anyMatch(line -> line.contains("cannot be used")),
                    () -> jar.said().toString());
            view(jar, "/b", "/a");
        }
        assertEquals(List.of("1", "2"), exported("version"));
    }

    @Test void damagedSaltsMakeANewVisitorAndNoFailedStart() throws IOException {
        try (RunningJar jar = RunningJar.serve(data)) {
            view(jar, "/a", "");
            orderly(jar);
        }
        byte[] salts = Files.readAllBytes(data.resolve("salts"));
        salts[20] ^= 1;
        Files.write(data.resolve("salts"), salts);
        try (RunningJar jar = RunningJar.serve(data)) {
            assertTrue(jar.said().stream().anyMatch(line -> line.contains("salts")), () -> jar.said().toString());
            view(jar, "/b", "/a");
        }
        List<String> visitors = exported("visitor_id");
        assertNotEquals(visitors.get(0), visitors.get(1));
    }

    @Test void whatWasExportedComesBackToTheByte() throws IOException {
        try (RunningJar jar = RunningJar.serve(data)) {
            view(jar, "/a", "");
            view(jar, "/b", "/a");
            Path nothing = Files.createFile(data.resolve("nothing"));
            RunningJar.Ended refused = RunningJar.ended("import", "--data.dir=" + data, nothing.toString());
            assertEquals(1, refused.exit());
            assertTrue(refused.said().contains("(process " + jar.pid() + "); a running server takes the same lines at "
                    + "POST /api/v1/import"), refused.said());
        }
        String lines = RunningJar.output("export", "--data.dir=" + data);
        Path file = Files.writeString(data.resolve("lines.ndjson"), lines);
        Path other = data.resolve("other");
        assertEquals("", RunningJar.output("import", "--data.dir=" + other, file.toString()));
        assertEquals(lines, RunningJar.output("export", "--data.dir=" + other));
    }
}
