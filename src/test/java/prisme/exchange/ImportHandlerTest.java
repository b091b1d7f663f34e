package prisme.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;
import prisme.store.EventLog;
import prisme.store.SyncPolicy;

class ImportHandlerTest {
    @TempDir Path from;
    @TempDir Path to;
    private String lines;

    @BeforeEach void exportSomeEvents() throws IOException {
        try (EventLog log = EventLog.open(from, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT)) {
            Instant at = Instant.parse("2026-01-01T00:00:00Z");
            Visit visit = new Visit(new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000000000000000L), "example.com", "/",
                    "direct", "XX", Client.UNKNOWN, Campaign.NONE);
            for (int i = 1; i <= 3; i++) {
                log.append(new Event.Pageview(at.plusSeconds(i), visit, "v", "/" + i, 200, i));
            }
        }
        lines = exported(from);
    }

    private static String exported(Path directory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(Export.Table.EVENTS, Export.Format.NDJSON, ExportFilter.ALL).run(directory, out, damage -> { });
        return out.toString(StandardCharsets.UTF_8);
    }

    private Response post(String query, String body) throws IOException {
        try (EventLog log = EventLog.open(to, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT)) {
            return new ImportHandler(log::append)
                    .handle(Request.of(Method.POST, "/api/v1/import?" + query).withBody(body));
        }
    }

    private static String text(Response response) {
        return new String(response.bytes(), StandardCharsets.UTF_8);
    }

    @Test void storesWhatExportPrints() throws IOException {
        assertEquals("{\"imported\":3,\"skipped\":0}", text(post("", lines)));
        assertEquals(lines, exported(to));
        assertEquals("{\"imported\":0,\"skipped\":0}", text(post("", "")));
    }

    @Test void namesTheFirstBadLineAndKeepsThoseBeforeIt() throws IOException {
        String[] three = lines.split("\n");
        Response response = post("", three[0] + "\n\n{}\n" + three[1] + "\n");
        assertEquals(400, response.status());
        String detail = response.problem().orElseThrow().detail();
        assertTrue(detail.contains("line 3: ") && detail.contains("Events stored before it: 1;"), detail);
        assertEquals(three[0] + "\n", exported(to));
    }

    @Test void countsBadLinesWhereItIsToSkipThem() throws IOException {
        for (String query : new String[] {"skip-bad-lines", "skip-bad-lines=true"}) {
            assertEquals("{\"imported\":3,\"skipped\":2}", text(post(query, "x\n" + lines + "[]")), query);
        }
        assertEquals(400, post("skip_bad_lines", lines).status());
        assertEquals(400, post("skip-bad-lines=false", "x\n").status());
        assertTrue(post("skip-bad-lines=yes", "").problem().orElseThrow().detail().contains("skip-bad-lines"));
    }
}
