package prisme.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.DeviceId;
import prisme.event.Event;
import prisme.event.EveryKind;
import prisme.event.Url;
import prisme.event.Visit;
import prisme.store.EventLog;
import prisme.store.LogMark;
import prisme.store.SyncPolicy;

class ImportTest {
    private static final Instant START = Instant.parse("2026-03-04T12:00:00.123Z");
    private static final Visit VISIT = visit(1, "example.com", "/in");
    private static final String GOOD = "{\"type\":\"pageview\",\"timestamp\":\"2026-03-04T12:00:00.123Z\","
            + "\"domain\":\"example.com\",\"path\":\"/a\",\"visitor_id\":\"me\","
            + "\"session_uuid\":\"019cb8b8-0e7b-7000-8000-00000000002a\",\"referrer_domain\":\"direct\","
            + "\"entry_path\":\"/\","
            + "\"country_code\":\"XX\",\"operating_system\":\"Other\",\"browser_family\":\"Other\","
            + "\"device\":\"Other\","
            + "\"utm_source\":\"\",\"utm_medium\":\"\",\"utm_campaign\":\"\",\"utm_term\":\"\",\"utm_content\":\"\","
            + "\"status\":200,\"version\":1}";
    private static final String CUSTOM = GOOD.replace("pageview", "custom")
            .replace("\"status\":200,\"version\":1", "\"name\":\"n\",\"properties\":{}");
    private static final String CLICK = GOOD.replace("pageview", "outbound_link_click")
            .replace("\"status\":200,\"version\":1", "\"link\":\"https://x.example/\"");

    /* Half as many again as are stored together. */
    private static final int MANY = EventLog.LARGEST_RECORD / GOOD.length() * 3 / 2;

    @TempDir Path directory;
    private final List<Event> taken = new ArrayList<>();

    private static Visit visit(int millisAfterStart, String domain, String entry) {
        UUID session = new UUID(START.toEpochMilli() + millisAfterStart << 16 | 0x7000, 0x8000000000000000L);
        return new Visit(session, domain, entry, "news.example", "DE", new Client("Firefox", "Linux", "Other"),
                new Campaign("s", "", "c", "ü ö", "\u2028\t\"\\"));
    }

    private Import importing(Import.BadLines badLines, String lines) {
        return new Import(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), badLines, taken::addAll);
    }

    private String refusal(String line) throws IOException {
        Import.End end = importing(Import.BadLines.REFUSE, line).run(_ -> { });
        return end instanceof Import.End.At(BadLine bad) ? bad.toString() : "it was taken";
    }

    private static String export(Path directory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(Export.Table.EVENTS, Export.Format.NDJSON, ExportFilter.ALL).run(directory, out, damage -> { });
        return out.toString(StandardCharsets.UTF_8);
    }

    private static EventLog open(Path directory) throws IOException {
        return EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT);
    }

    private static List<Event> oddEvents() {
        List<Event> events = new ArrayList<>();
        for (String path : List.of("/", "/%C3%A9", "/é/ü€😀", "/\u2029 \"<>\\", "/" + "x".repeat(2047),
                "/" + "%F0%9F%98%80".repeat(2047))) {
            events.add(new Event.Pageview(START, VISIT, "prisme_A", path, 599, Integer.MAX_VALUE));
        }
        for (String properties : List.of("{}", "{\"a\":1e400,\"b\":-9223372036854775808,\"c\":18446744073709551616}",
                "{\"a\":\"\\ud800\\u0041\",\"\":[[],{\"x\":null}],\"é\":\"😀\"}", "{\"n\":0.10,\"m\":-0,\"k\":1E+2}",
                "{\"a\":".repeat(63) + "[]" + "}".repeat(63), "{\"a\":1,\"a\":2}")) {
            events.add(new Event.Custom(START.plusMillis(1), VISIT, "Zoë 😀", "/in", "sign up", properties));
        }
        for (String time : List.of("1970-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z",
                "2024-02-29T23:59:59.001Z")) {
            Visit other = visit(2, "[2001:db8::1]:8443", "");
            events.add(new Event.OutboundClick(Instant.parse(time), other, "v".repeat(256), "/",
                    "https://o.example/?a=b&c"));
            events.add(new Event.FileDownload(Instant.parse(time), other, "v", "/", "http://o.example:81/%20"));
        }
        return events;
    }

    @Test void exportImportExportGivesTheSameBytes(@TempDir Path second) throws IOException {
        EveryKind.requireIn(oddEvents(), "oddEvents");
        try (EventLog log = open(directory)) {
            for (int i = 0; i < 300; i++) {
                for (Event event : oddEvents()) {
                    log.append(event);
                }
                log.append(new Event.Pageview(START, VISIT, "v", "/live/" + i, 100, 1), new DeviceId(1, 2));
            }
        }
        String exported = export(directory);
        try (EventLog log = open(second)) {
            Import lines = new Import(stream(exported), Import.BadLines.REFUSE, log::append);
            assertEquals(new Import.End.Whole(), lines.run(_ -> { }));
            assertEquals(300L * (oddEvents().size() + 1), lines.stored());
        }
        assertEquals(exported, export(second));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test void importedPageviewsBeginNoVisit(@TempDir Path second) throws IOException {
        try (EventLog log = open(second)) {
            new Import(stream(GOOD), Import.BadLines.REFUSE, log::append).run(_ -> { });
        }
        try (EventLog log = open(second)) {
            assertTrue(log.replay(LogMark.BEGIN, record -> {
                throw new AssertionError(record);
            }));
        }
    }

    @Test void takesFieldsInAnyOrderAndCampaignsThatAreNotThere() throws IOException {
        String line = " { \"version\" : 1 , \"status\" : 200 ,\t" + GOOD.replaceAll("\"utm_[^,]*,", "")
                .replace(",\"status\":200,\"version\":1", "").substring(1);
        assertEquals("it was taken", refusal(line + "\r"));
        assertEquals("it was taken", refusal(GOOD));
        assertEquals(taken.get(0), taken.get(1));
    }

    @Test void everyOtherFieldMustBeThere() throws IOException {
        for (String line : List.of(GOOD, CUSTOM, CLICK)) {
            for (String name : List.of("type", "timestamp", "domain", "path", "visitor_id", "session_uuid",
                    "referrer_domain", "entry_path", "country_code", "operating_system", "browser_family", "device",
                    "status",
                    "version", "name", "link")) {
                if (line.contains("\"" + name + "\":")) {
                    String without = line.replaceFirst(",?\"" + name + "\":(\"[^\"]*\"|[0-9]+)", "").replace("{,", "{");
                    assertEquals("line 1: expected a member \"" + name + "\" but there is none", refusal(without));
                }
            }
        }
        assertEquals("line 1: the field properties must be a JSON object, but is ''",
                refusal(CUSTOM.replace(",\"properties\":{}", "")));
        assertEquals(List.of(), taken);
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"type\":\"pageview\"            | \"type\":\"Pageview\"",
        "\"type\":\"pageview\"            | \"type\":1",
        "\"type\":\"pageview\"            | \"type\":\"custom\"",
        "12:00:00.123Z                    | 12:00:00.1234Z",
        "12:00:00.123Z                    | 24:00:00.000Z",
        "12:00:00.123Z                    | 23:59:60.000Z",
        "2026-03-04T                      | 2026-02-30T",
        "2026-03-04T12:00:00.123Z         | 2026-03-04",
        "\"2026-03-04T12:00:00.123Z\"     | 1772625600",
        "example.com                      | Example.com",
        "example.com                      | https://example.com",
        "example.com                      | ``",
        "example.com                      | example.com/x",
        "example.com                      | example.com:99999",
        "\"/a\"                           | \"a\"",
        "\"/a\"                           | \"\"",
        "\"/a\"                           | \"/a?\"",
        "\"/a\"                           | \"/a#b\"",
        "\"/a\"                           | \"/a\\n\"",
        "\"/a\"                           | \"/a\\u0085\"",
        "\"entry_path\":\"/\"             | \"entry_path\":\"/?a=b\"",
        "\"entry_path\":\"/\"             | \"entry_path\":\"/\\u0000\"",
        "\"/a\"                           | null",
        "\"me\"                           | \"\"",
        "\"me\"                           | \"a\\u0000\"",
        "\"me\"                           | \"\\ud800\\n\"",
        "019cb8b8-0e7b-7000               | 019cb8b8-0e7b-4000",
        "019cb8b8-0e7b-7000               | 019CB8B8-0e7b-7000",
        "019cb8b8-0e7b                    | e677d21f-dc00",
        "019cb8b8-0e7b-7000-8000-00000000002a | 1-1-7000-1-1",
        "019cb8b8-0e7b-7000-8000-00000000002a | 019cb8b80e7b7000800000000000002a",
        "\"XX\"                           | \"xx\"",
        "\"XX\"                           | \"DEU\"",
        "\"entry_path\":\"/\"             | \"entry_path\":\"in\"",
        "\"device\":\"Other\"             | \"device\":{}",
        "\"utm_term\":\"\"                | \"utm_term\":null",
        "200                              | 99",
        "200                              | 600",
        "200                              | 200.0",
        "200                              | \"200\"",
        "\"version\":1                    | \"version\":0",
        "\"version\":1                    | \"version\":2147483648",
        "\"version\":1                    | \"version\":1,\"link\":\"https://x.example/\"",
        "\"version\":1                    | \"version\":1,\"x\":1",
        "\"utm_term\":\"\"                | \"utm_terms\":\"\"",
        "{                                | [",
        "}                                | },",
        "}                                | }{}",
        "\"type\"                         | \uFEFF\"type\"",
        "{                                | \uFEFF\uFEFF{",
    })
    void refusesPageviewsThatAreNotAsTheyShouldBe(String good, String bad) throws IOException {
        assertTrue(GOOD.contains(good));
        assertTrue(refusal(GOOD.replace(good, bad)).startsWith("line 1: "));
        assertEquals(List.of(), taken);
    }

    @ParameterizedTest @ValueSource(strings = {"\"name\":\"\"", "\"name\":\"a\\u0007\"", "\"name\":1"})
    void refusesNamesOfEventsThatAreNone(String name) throws IOException {
        assertTrue(refusal(CUSTOM.replace("\"name\":\"n\"", name)).startsWith("line 1: "));
        assertEquals("it was taken", refusal(CUSTOM.replace("\"n\"", "\"" + "😀".repeat(128) + "\"")));
        assertEquals("line 1: the field name must be 1 to 128 characters, none of them a control character, "
                + "but is '" + "😀".repeat(129) + "'",
                refusal(CUSTOM.replace("\"n\"", "\"" + "😀".repeat(129) + "\"")));
    }

    @ParameterizedTest @ValueSource(strings = {"[]", "null", "\"{}\"", "{", "{\"a\":01}"})
    void refusesPropertiesThatAreNoObject(String properties) throws IOException {
        assertTrue(refusal(CUSTOM.replace("{}}", properties + "}")).startsWith("line 1: "));
    }

    @Test void takesPropertiesAsDeepAsTheServerDoes() throws IOException {
        String deep = "{\"a\":".repeat(63) + "{}" + "}".repeat(63);
        assertEquals("it was taken", refusal(CUSTOM.replace("{}}", deep + "}")));
        assertTrue(refusal(CUSTOM.replace("{}}", "{\"a\":" + deep + "}}"))
                .startsWith("line 1: expected at most 64 levels"));
    }

    @ParameterizedTest @ValueSource(strings =
            {"ftp://x.example/", "/x", "https://x.example/#a", "https://x.example/ a", "", "//x.example/",
                "javascript:alert(1)", "https:x.example", "https://", "https:///a", "https://x.example:x/",
                "https://u:p@x.example/", "https://@x.example", "https://a@b@x.example?q"})
    void refusesAddressesThatAreNone(String address) throws IOException {
        assertEquals("line 1: the field link must be an absolute http or https address without user information and "
                + "fragment, of at most 2048 characters, but is '" + address + "'",
                refusal(CLICK.replace("https://x.example/", address)));
    }

    @ParameterizedTest @ValueSource(strings = {"https://x.example", "http://x.example?a@b", "https://x.example/@a",
        "https://x.example/~a?b=c%20d&e=http://u@y.example/", "http://[2001:db8::1]:8080/"})
    void takesAddressesOfAllShapes(String address) throws IOException {
        assertEquals("it was taken", refusal(CLICK.replace("https://x.example/", address)));
    }

    @Test void addressesAreAsLongAsTheApiStoresThem() throws IOException {
        String longest = "https://x.example/" + "😀".repeat(Url.MAX_LENGTH - 18);
        assertEquals("it was taken", refusal(CLICK.replace("https://x.example/", longest)));
        assertTrue(refusal(CLICK.replace("https://x.example/", longest + "a")).startsWith("line 1: the field link "));
    }

    @Test void pathsAreAsLongAsTheApiStoresThem() throws IOException {
        for (String character : List.of("a", "😀", "%20", "%C3%A9", "%F0%9F%98%80", "%")) {
            String longest = "/" + character.repeat(Url.MAX_LENGTH - 1);
            for (String field : List.of("\"path\":\"/a", "\"entry_path\":\"/")) {
                String start = field.substring(0, field.indexOf('/'));
                assertEquals("it was taken", refusal(GOOD.replace(field, start + longest)), character);
                assertTrue(refusal(GOOD.replace(field, start + longest + "a")).startsWith("line 1: the field "),
                        character);
            }
        }
    }

    @Test void namesTheValueThatIsWrong() throws IOException {
        assertEquals("line 1: the field path must be a path that begins with /, without query, fragment and control "
                + "characters, of at most 2048 characters, but is '/a\\u001B[2J'",
                refusal(GOOD.replace("\"/a\"", "\"/a\\u001b[2J\"")));
        assertEquals("line 1: the field timestamp must be an instant in milliseconds as 2026-01-31T12:00:00.000Z, but "
                + "is 'yesterday'", refusal(GOOD.replace("2026-03-04T12:00:00.123Z", "yesterday")));
        assertEquals("line 1: the field status must be a number from 100 to 599, but is '600'",
                refusal(GOOD.replace("200", "600")));
        assertEquals("line 1: the field visitor_id must be 1 to 256 printable characters, but is '"
                + "v".repeat(200) + "…'", refusal(GOOD.replace("\"me\"", "\"" + "v".repeat(257) + "\"")));
    }

    @Test void takesSessionsOfAnyVariant() throws IOException {
        assertEquals("it was taken", refusal(GOOD.replace("7000-8000", "7000-0000")));
    }

    @Test void takesSessionsAsLateAsEvents() throws IOException {
        assertEquals("it was taken", refusal(GOOD.replace("019cb8b8-0e7b-7000-8000", "e677d21f-dbff-7fff-bfff")));
        assertEquals("line 1: the field session_uuid must be a UUID of version 7 in lower case, of a time "
                + "before the year 10000, but is 'e677d21f-dc00-7000-8000-00000000002a'",
                refusal(GOOD.replace("019cb8b8-0e7b", "e677d21f-dc00")));
    }

    /* They would all be stored as U+FFFD, and different visitors be one. */
    @ParameterizedTest @ValueSource(strings = {"visitor_id", "path", "entry_path", "referrer_domain", "device",
        "utm_source", "name"})
    void refusesHalvesOfSurrogatePairs(String field) throws IOException {
        String half = CUSTOM.replaceFirst("\"" + field + "\":\"(/?)[^\"]*", "\"" + field + "\":\"$1\\\\ud800");
        assertEquals("line 1: member \"" + field + "\": expected Unicode text but found half a surrogate pair",
                refusal(half));
        assertEquals("it was taken", refusal(half.replace("\\ud800", "\\ud83d\\ude00")));
        assertEquals("it was taken", refusal(CUSTOM.replace("{}", "{\"a\":\"\\ud800\"}")));
    }

    @Test void refusesBytesThatAreNoUtf8() throws IOException {
        byte[] line = GOOD.getBytes(StandardCharsets.UTF_8);
        line[GOOD.indexOf("/a") + 1] = (byte) 0xff;
        Import.End end = new Import(new ByteArrayInputStream(line), Import.BadLines.REFUSE, taken::addAll)
                .run(_ -> { });
        assertTrue(end.toString().contains("expected valid UTF-8 at offset"), end.toString());
    }

    @Test void saysThatSessionsAndCsvAreNoEvents() throws IOException {
        assertTrue(refusal("{\"domain\":\"a.b\",\"entry_timestamp\":\"2026-03-04T12:00:00.123Z\"}")
                .startsWith("line 1: this is a session; only events can be imported"));
        assertTrue(refusal("type,timestamp,domain,path\r\n").startsWith("line 1: this is CSV"));
        assertTrue(refusal("domain,entry_path,entry_timestamp\r\n").startsWith("line 1: this is CSV"));
    }

    @Test void saysThatGzipIsToBeUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        InputStream in = new ByteArrayInputStream(packed.toByteArray());
        assertEquals(new Import.End.At(new BadLine(1, "this is gzip; unpack it first")),
                new Import(in, Import.BadLines.REFUSE, taken::addAll).run(_ -> { }));
    }

    @ParameterizedTest @ValueSource(strings = {"\0", "\u0001\u0002\u001f", "\f", "\u000b", " \0 ", "\u00a0", "\u007f"})
    void linesOfControlCharactersAreNotBlank(String line) throws IOException {
        Import lines = importing(Import.BadLines.REFUSE, GOOD + "\n \t\r\n\r\n\n" + line + "\n" + GOOD);
        BadLine bad = assertInstanceOf(Import.End.At.class, lines.run(_ -> { })).line();
        assertEquals(List.of(5L, 1L), List.of(bad.number(), lines.stored()));
    }

    @Test void passesOverAByteOrderMarkInFront() throws IOException {
        assertEquals("it was taken", refusal("\uFEFF" + GOOD + "\n" + GOOD));
        assertEquals(2, taken.size());
        assertEquals("it was taken", refusal("\uFEFF"));
        assertTrue(refusal(GOOD + "\n\uFEFF" + GOOD).startsWith("line 2: "));
        assertTrue(refusal("\n\uFEFF" + GOOD).startsWith("line 2: "));
    }

    @Test void stopsAtTheFirstBadLineAndKeepsThoseBefore() throws IOException {
        Import lines = importing(Import.BadLines.REFUSE, GOOD + "\n\n" + CUSTOM + "\nbad\n" + GOOD + "\n");
        assertEquals(new Import.End.At(new BadLine(4, "expected an object at offset 0 but found 'b'")),
                lines.run(_ -> { }));
        assertEquals(List.of(2L, 0L, 2L), List.of(lines.stored(), lines.skipped(), (long) taken.size()));
    }

    @Test void skipsAndCountsBadLinesWhenAskedTo() throws IOException {
        String tooLong = "x".repeat(3 * Lines.LONGEST);
        Import lines = importing(Import.BadLines.SKIP, "bad\n" + GOOD + "\n" + tooLong + "\n" + GOOD + "\n{}\n" + GOOD
                + "\n{");
        assertEquals(new Import.End.Whole(), lines.run(_ -> { }));
        assertEquals(List.of(3L, 4L, 3L), List.of(lines.stored(), lines.skipped(), (long) taken.size()));
    }

    @Test void linesAreBounded() throws IOException {
        String longest = CUSTOM + " ".repeat(Lines.LONGEST - CUSTOM.length() - 1) + "\n";
        assertEquals("it was taken", refusal(longest));
        assertEquals("line 2: it has more than 1048576 bytes", refusal(GOOD + "\n " + longest));
        assertEquals("line 1: it has more than 1048576 bytes", refusal("x".repeat(9 * Lines.LONGEST)));
        assertEquals("line 1: its event is larger than any that is stored",
                refusal(CUSTOM.replace("{}}", "{\"a\":\"" + "x".repeat(EventLog.LARGEST_RECORD) + "\"}}")));
    }

    @Test void whatIsStoredTogetherFitsTogether() throws IOException {
        String large = CUSTOM.replace("{}}", "{\"a\":\"" + "x".repeat(100_000) + "\"}}");
        try (EventLog log = open(directory)) {
            Import lines =
                    new Import(stream((large + "\n" + GOOD + "\n").repeat(20)), Import.BadLines.REFUSE, log::append);
            assertEquals(new Import.End.Whole(), lines.run(_ -> { }));
            assertEquals(40, lines.stored());
        }
    }

    @Test void saysHowFarItCameWhenTheStoreTakesNoMore() {
        Import lines = new Import(stream((GOOD + "\n").repeat(2000)), Import.BadLines.REFUSE, events -> {
            if (taken.size() > 1000) {
                throw new IOException("full");
            }
            taken.addAll(events);
        });
        assertThrows(IOException.class, () -> lines.run(_ -> { }));
        assertEquals(taken.size(), lines.stored());
    }

    @Test void readsOnWhileEventsAreStored() throws IOException {
        CountDownLatch isRead = new CountDownLatch(1);
        Import lines = new Import(endingWith(isRead::countDown), Import.BadLines.REFUSE, events -> {
            assertTrue(isUp(isRead), "nothing was read meanwhile");
            taken.addAll(events);
        });
        assertEquals(new Import.End.Whole(), lines.run(_ -> { }));
        assertEquals(List.of(MANY, MANY), List.of((int) lines.stored(), taken.size()));
    }

    @Test void countsWhatIsStoredWhenTheLinesBreakOff() {
        CountDownLatch isBroken = new CountDownLatch(1);
        InputStream broken = endingWith(() -> {
            isBroken.countDown();
            throw new IOException("broken off");
        });
        Import lines = new Import(broken, Import.BadLines.REFUSE, events -> {
            assertTrue(isUp(isBroken));
            taken.addAll(events);
        });
        assertEquals("broken off", assertThrows(IOException.class, () -> lines.run(_ -> { })).getMessage());
        assertTrue(lines.stored() > 0);
        assertEquals(taken.size(), lines.stored());
    }

    private interface End {
        void come() throws IOException;
    }

    /// Lines, and what happens behind them.
    private static InputStream endingWith(End end) {
        return new FilterInputStream(stream((GOOD + "\n").repeat(MANY))) {
            @Override public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                if (read < 0) {
                    end.come();
                }
                return read;
            }
        };
    }

    private static boolean isUp(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test void linesMayComeInAnyPieces() throws IOException {
        String text = (GOOD + "\n" + CUSTOM + "\n").repeat(3);
        for (int piece = 1; piece < 700; piece += 13) {
            int most = piece;
            InputStream slow = new FilterInputStream(stream(text)) {
                @Override public int read(byte[] into, int offset, int length) throws IOException {
                    return super.read(into, offset, Math.min(length, most));
                }
            };
            Import lines = new Import(slow, Import.BadLines.REFUSE, taken::addAll);
            assertEquals(new Import.End.Whole(), lines.run(_ -> { }));
            assertEquals(6, lines.stored());
        }
    }
}
