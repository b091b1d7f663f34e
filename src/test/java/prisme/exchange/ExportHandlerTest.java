package prisme.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;
import prisme.store.EventLog;
import prisme.store.SyncPolicy;
import prisme.store.TimeSpan;

class ExportHandlerTest {
    @TempDir Path directory;

    @BeforeEach void storeOneVisitADay() throws IOException {
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT)) {
            for (int day = 1; day <= 3; day++) {
                Instant at = Instant.parse("2026-01-0" + day + "T00:00:00Z");
                Visit visit =
                        new Visit(new UUID(at.toEpochMilli() << 16 | 0x7000, 1), day + ".example.com", "/", "direct",
                        "XX", Client.UNKNOWN, Campaign.NONE);
                log.append(new Event.Pageview(at, visit, "v", "/day" + day, 200, 1));
            }
        }
    }

    private Response get(String query) {
        return new ExportHandler(directory).handle(Request.of(Method.GET, "/api/v1/export?" + query));
    }

    private String exported(Export.Table table, Export.Format format, TimeSpan span, Set<String> domains)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(table, format, new ExportFilter(span, domains)).run(directory, out, damage -> { });
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String text(Response response) {
        return new String(response.bytes(), StandardCharsets.UTF_8);
    }

    @Test void saysThatTheEventsCannotBeRead() throws IOException {
        Response response = new ExportHandler(directory.resolve("gone"))
                .handle(Request.of(Method.GET, "/api/v1/export"));
        assertEquals(503, response.status());
        assertEquals("1", response.header("Retry-After").orElseThrow());
    }

    @Test void exportsAllEventsByDefault() throws IOException {
        Response response = get("");
        assertEquals(exported(Export.Table.EVENTS, Export.Format.NDJSON, TimeSpan.ALWAYS, Set.of()), text(response));
        assertEquals(3, text(response).lines().count());
        assertEquals("application/x-ndjson", response.header("Content-Type").orElseThrow());
        assertEquals("no-store", response.header("Cache-Control").orElseThrow());
        assertEquals("attachment; filename=\"prisme-events.ndjson\"",
                response.header("Content-Disposition").orElseThrow());
    }

    @Test void takesAPlusThatWasNotEncoded() throws IOException {
        assertEquals(1, text(get("from=2026-01-03T01:00:00+01:00")).lines().count());
        assertEquals(text(get("to=2026-01-02T23:59:00%2B23:59")), text(get("to=2026-01-02T23:59:00+23:59")));
        assertEquals(1, text(get("to=2026-01-02+00:00:00Z")).lines().count());
        assertEquals(400, get("from=2026-01-03T01:00:00++1:00").status());
    }

    @Test void exportsWhatTheParametersAskFor() throws IOException {
        Response response = get("table=sessions&format=csv&from=2026-01-02&to=2026-01-04&domain=2.EXAMPLE.com,x");
        TimeSpan span = new TimeSpan(Instant.parse("2026-01-02T00:00:00Z"), Instant.parse("2026-01-04T00:00:00Z"));
        assertEquals(exported(Export.Table.SESSIONS, Export.Format.CSV, span, Set.of("2.example.com")), text(response));
        assertEquals(2, text(response).lines().count());
        assertEquals("text/csv; charset=utf-8", response.header("Content-Type").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"table, table=visits", "format, format=json", "from, from=yesterday", "to, to=2026-02-30",
            "to, from=2026-01-02&to=2026-01-01", "'''tabel''', tabel=events"})
    void namesTheParameterThatIsWrong(String name, String query) {
        Response response = get(query);
        assertEquals(400, response.status());
        String detail = response.problem().orElseThrow().detail();
        assertTrue(detail.contains("parameter " + name), detail);
    }
}
