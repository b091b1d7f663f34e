package prisme.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import prisme.collect.Outcome;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;
import prisme.ip.IpAddress;

class ReportsApiTest {
    private final ReportCounts counts = new ReportCounts();
    private final LastReports last = new LastReports(() -> Instant.EPOCH);

    @Test void tellsWhyAReportWasNotCounted() throws Exception {
        became(Outcome.ORIGIN, "The host x is not registered here.");
        String json = json();
        assertTrue(json.startsWith("{\"counts\":{\"stored\":0,\"repeated\":0,\"origin\":1,"), json);
        assertTrue(json.contains("\"origin\":\"https://x\",\"address\":\"203.0.113.0\",\"address_because\":\"no proxy"),
                json);
        assertTrue(json.contains("\"outcome\":\"origin\",\"detail\":\"The host x is not registered here.\"}"), json);
    }

    @Test void remembersTheNewestOnly() throws Exception {
        for (int i = 0; i <= LastReports.COUNT; i++) {
            became(Outcome.BAD_REQUEST, "number " + i);
        }
        String json = json();
        assertTrue(json.contains("number " + LastReports.COUNT) && json.contains("number 1\""), json);
        assertTrue(!json.contains("number 0\""), json);
    }

    @Test void countsRefusalsByReason() {
        became(Outcome.LIMIT, "too many");
        String text = Exposed.text(counts);
        assertTrue(text.contains("prisme_events_refused_total{reason=\"limit\"} 1\n"));
        assertTrue(text.contains("prisme_rate_limited_requests_total 1\n"));
        assertEquals(1, counts.count(Outcome.LIMIT));
    }

    private void became(Outcome outcome, String detail) {
        Request request = Request.of(Method.POST, "/api/v1/events/pageviews").with("Origin", "https://x")
                .from(IpAddress.parse("203.0.113.77").orElseThrow());
        counts.became(request, outcome, detail);
        last.became(request, outcome, detail);
    }

    private String json() throws Exception {
        Response response = new ReportsApi(counts, last).handle(Request.of(Method.GET, ReportsApi.PATH));
        return new String(response.bytes(), StandardCharsets.UTF_8);
    }
}
