package prisme.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.DeviceId;
import prisme.event.Event;
import prisme.event.Visit;
import prisme.store.EventLog;
import prisme.store.SyncPolicy;
import prisme.store.TimeSpan;

class ExportTest {
    private static final Instant START = Instant.parse("2026-03-04T12:00:00.123Z");
    private static final Visit FULL = new Visit(session(1), "shop.example:8443", "/in", "news.example", "DE",
            new Client("Firefox", "Linux", "Desktop"), new Campaign("s", "m", "c", "t", "n"));
    private static final Visit BARE = new Visit(session(2), "example.com", "/", "direct", "XX", Client.UNKNOWN,
            Campaign.NONE);

    @TempDir Path directory;

    private static UUID session(int millisAfterStart) {
        return new UUID(START.toEpochMilli() + millisAfterStart << 16 | 0x7000, 0x8000000000000000L);
    }

    @BeforeEach void storeEventsOutOfOrder() throws IOException {
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT)) {
            log.append(new Event.Custom(START.plusMillis(30), FULL, "me", "/in", "=sum \"é\"\n",
                    "{\"a\":1e400,\"b\":\"é\"}"));
            log.append(new Event.Pageview(START.plusMillis(20), BARE, "prisme_A", "/", 404, 1), new DeviceId(1, 2));
            log.append(new Event.Pageview(START.plusMillis(10), FULL, "me", "/in", 200, 1), new DeviceId(3, 4));
            log.append(new Event.OutboundClick(START.plusMillis(40), BARE, "prisme_A", "/",
                    "https://other.example/x?y"));
            log.append(new Event.FileDownload(START.plusMillis(40), BARE, "prisme_A", "/",
                    "https://example.com/f.pdf"));
            log.append(new Event.Pageview(START.plusMillis(50), FULL, "you", "/out", 200, 2));
        }
    }

    private String export(Export.Table table, Export.Format format, ExportFilter filter) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(table, format, filter).run(directory, out, damage -> { });
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test void printsEventsAsJson() throws IOException {
        String full = "\"referrer_domain\":\"news.example\",\"entry_path\":\"/in\",\"country_code\":\"DE\","
                + "\"operating_system\":\"Linux\",\"browser_family\":\"Firefox\",\"device\":\"Desktop\","
                + "\"utm_source\":\"s\","
                + "\"utm_medium\":\"m\",\"utm_campaign\":\"c\",\"utm_term\":\"t\",\"utm_content\":\"n\"";
        String bare = "\"referrer_domain\":\"direct\",\"entry_path\":\"/\",\"country_code\":\"XX\","
                + "\"operating_system\":\"Other\",\"browser_family\":\"Other\",\"device\":\"Other\","
                + "\"utm_source\":\"\","
                + "\"utm_medium\":\"\",\"utm_campaign\":\"\",\"utm_term\":\"\",\"utm_content\":\"\"";
        String one = "\"domain\":\"shop.example:8443\",\"path\":\"/in\",\"visitor_id\":\"me\",\"session_uuid\":\""
                + session(1) + "\"," + full;
        String two = "\"domain\":\"example.com\",\"path\":\"/\",\"visitor_id\":\"prisme_A\",\"session_uuid\":\""
                + session(2) + "\"," + bare;
        assertEquals("""
                {"type":"pageview","timestamp":"2026-03-04T12:00:00.133Z",%1$s,"status":200,"version":1}
                {"type":"pageview","timestamp":"2026-03-04T12:00:00.143Z",%2$s,"status":404,"version":1}
                {"type":"custom","timestamp":"2026-03-04T12:00:00.153Z",%1$s,"name":"=sum \\"é\\"\\n",\
                "properties":{"a":1e400,"b":"é"}}
                {"type":"outbound_link_click","timestamp":"2026-03-04T12:00:00.163Z",%2$s,\
                "link":"https://other.example/x?y"}
                {"type":"file_download","timestamp":"2026-03-04T12:00:00.163Z",%2$s,\
                "url":"https://example.com/f.pdf"}
                {"type":"pageview","timestamp":"2026-03-04T12:00:00.173Z",%3$s,"status":200,"version":2}
                """.formatted(one, two,
                        one.replace("\"path\":\"/in\"", "\"path\":\"/out\"").replace("\"me\"", "\"you\"")),
                export(Export.Table.EVENTS, Export.Format.NDJSON, ExportFilter.ALL));
    }

    @Test void printsSessionsAsOfTheirLastPageview() throws IOException {
        assertEquals("""
                {"domain":"shop.example:8443","entry_path":"/in","entry_timestamp":"2026-03-04T12:00:00.124Z",\
                "exit_path":"/out","exit_timestamp":"2026-03-04T12:00:00.173Z","exit_status":200,"version":2,\
                "visitor_id":"you","session_uuid":"%s","referrer_domain":"news.example","country_code":"DE",\
                "operating_system":"Linux","browser_family":"Firefox","device":"Desktop","utm_source":"s",\
                "utm_medium":"m","utm_campaign":"c","utm_term":"t","utm_content":"n"}
                {"domain":"example.com","entry_path":"/","entry_timestamp":"2026-03-04T12:00:00.125Z",\
                "exit_path":"/","exit_timestamp":"2026-03-04T12:00:00.143Z","exit_status":404,"version":1,\
                "visitor_id":"prisme_A","session_uuid":"%s","referrer_domain":"direct","country_code":"XX",\
                "operating_system":"Other","browser_family":"Other","device":"Other","utm_source":"","utm_medium":"",\
                "utm_campaign":"","utm_term":"","utm_content":""}
                """.formatted(session(1), session(2)),
                export(Export.Table.SESSIONS, Export.Format.NDJSON, ExportFilter.ALL));
    }

    @Test void printsEventsAsCsvWithoutFormulas() throws IOException {
        String[] lines = export(Export.Table.EVENTS, Export.Format.CSV, ExportFilter.ALL).split("\r\n");
        assertEquals("type,timestamp,domain,path,visitor_id,session_uuid,referrer_domain,entry_path,country_code,"
                + "operating_system,browser_family,device,utm_source,utm_medium,utm_campaign,utm_term,utm_content,"
                + "status,version,name,properties,link,url", lines[0]);
        assertEquals("pageview,2026-03-04T12:00:00.133Z,shop.example:8443,/in,me," + session(1)
                + ",news.example,/in,DE,Linux,Firefox,Desktop,s,m,c,t,n,200,1,,,,", lines[1]);
        assertEquals("custom,2026-03-04T12:00:00.153Z,shop.example:8443,/in,me," + session(1)
                + ",news.example,/in,DE,Linux,Firefox,Desktop,s,m,c,t,n,,,\"'=sum \"\"é\"\"\n\","
                + "\"{\"\"a\"\":1e400,\"\"b\"\":\"\"é\"\"}\",,", lines[3]);
        assertEquals("file_download,2026-03-04T12:00:00.163Z,example.com,/,prisme_A," + session(2)
                + ",direct,/,XX,Other,Other,Other,,,,,,,,,,,https://example.com/f.pdf", lines[5]);
        assertEquals(7, lines.length);
    }

    @Test void printsSessionsAsCsv() throws IOException {
        assertEquals("domain,entry_path,entry_timestamp,exit_path,exit_timestamp,exit_status,version,visitor_id,"
                + "session_uuid,referrer_domain,country_code,operating_system,browser_family,device,"
                + "utm_source,utm_medium,utm_campaign,utm_term,utm_content\r\n"
                + "example.com,/,2026-03-04T12:00:00.125Z,/,2026-03-04T12:00:00.143Z,404,1,prisme_A,"
                + session(2) + ",direct,XX,Other,Other,Other,,,,,\r\n",
                export(Export.Table.SESSIONS, Export.Format.CSV,
                        new ExportFilter(TimeSpan.ALWAYS, Set.of("example.com"))));
    }

    @Test void printsTheSelectionAlone() throws IOException {
        TimeSpan span = new TimeSpan(START.plusMillis(20), START.plusMillis(40));
        String lines = export(Export.Table.EVENTS, Export.Format.NDJSON, new ExportFilter(span, Set.of()));
        assertEquals(2, lines.lines().count());
        lines = export(Export.Table.EVENTS, Export.Format.NDJSON, new ExportFilter(span, Set.of("example.com")));
        assertEquals(1, lines.lines().count());
        assertEquals("",
                export(Export.Table.EVENTS, Export.Format.NDJSON, new ExportFilter(span, Set.of("EXAMPLE.org"))));
    }
}
