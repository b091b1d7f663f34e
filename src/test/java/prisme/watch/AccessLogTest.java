package prisme.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.http.Method;
import prisme.http.Observer.Answered;
import prisme.http.Request;
import prisme.ip.IpAddress;
import prisme.json.JsonException;
import prisme.json.JsonObject;

class AccessLogTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.25Z");
    private static final IpAddress SOMEBODY = IpAddress.parse("203.0.113.77").orElseThrow();

    private final Recorded out = new Recorded();
    private final AccessLog log = AccessLog.on(out, () -> NOW);

    @Test void writesALineForARequest() throws JsonException {
        log.ended(new Answered(Request.of(Method.POST, "/a?secret=1").from(SOMEBODY), "/a", 404, 1_500_000, "Why."));
        JsonObject line = JsonObject.parse(text().strip().getBytes(StandardCharsets.UTF_8));
        assertEquals("\"2026-03-01T12:00:00.250Z\"", line.members().get("time"));
        assertEquals("30", line.members().get("level"));
        assertEquals("0", line.members().get("v"));
        assertEquals("\"prisme\"", line.members().get("name"));
        assertEquals("\"00000000-0000-0000-0000-000000000000\"", line.members().get("request_id"));
        assertEquals("1.5", line.members().get("duration_ms"));
        assertEquals("\"POST\"", line.members().get("method"));
        assertEquals("\"/a\"", line.members().get("path"));
        assertEquals("404", line.members().get("status_code"));
        assertEquals("\"Why.\"", line.members().get("error"));
        assertTrue(line.members().containsKey("pid") && line.members().containsKey("hostname"));
    }

    @Test void showsANetworkInsteadOfAnAddress() {
        log.ended(new Answered(Request.of(Method.GET, "/").from(SOMEBODY), "/", 200, 1, ""));
        String text = text();
        assertTrue(text.contains("\"source_ip\":\"203.0.113.0\""), text);
    }

    @Test void keepsEveryRequestOnOneShortLine() {
        String long_ = "/" + "x".repeat(100_000);
        log.ended(new Answered(Request.of(Method.GET, long_), "none", 404, 1, "\r\n\u001b[2J\u2028"));
        String text = text();
        assertEquals(1, text.lines().count());
        assertTrue(text.length() < 3000);
        assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c != '\u2028'));
    }

    @Test void logsNoMoreOfATextThanItsLimit() {
        assertEquals("x".repeat(1024), Bunyan.cut("x".repeat(1024)));
        assertEquals("x".repeat(1023) + "…", Bunyan.cut("x".repeat(1025)));
        assertEquals("x".repeat(1022) + "…", Bunyan.cut("x".repeat(1022) + "\ud83d\ude00".repeat(2)));
    }

    @Test void leavesTheOutputsOfTheProcessOpen() {
        AccessLog.onStandardOutput(() -> NOW).close();
        try (LogOutput err = LogOutput.standardError(() -> NOW)) {
            AccessLog.onStandardError(err, () -> NOW).close();
        }
        assertTrue(FileDescriptor.out.valid() && FileDescriptor.err.valid());
    }

    @Test void countsLinesThatItCouldNotKeep() {
        out.failsAfter(0);
        Answered answered = new Answered(Request.of(Method.GET, "/"), "/", 200, 1, "");
        for (int bytes = 0; bytes < 3 * LogOutput.ROOM; bytes += 100) {
            log.ended(answered);
        }
        assertTrue(Exposed.text(log).matches("(?s).*\nprisme_access_log_lost_lines_total [1-9]\\d*\n.*"));
    }

    @Test void appendsToAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("access.log");
        for (int i = 0; i < 2; i++) {
            try (AccessLog own = AccessLog.atTheEndOf(file, () -> NOW)) {
                own.ended(new Answered(Request.of(Method.GET, "/"), "/", 200, 1, ""));
            }
        }
        assertEquals(2, Files.readAllLines(file).size());
    }

    private String text() {
        log.close();
        return out.text();
    }
}
