package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.http.RawClient;
import prisme.http.RawClient.Answer;
import prisme.json.JsonObject;

/// Attacks over the network against the packaged jar with a heap of 64 MB. Slow clients are tested by `CrowdTest` and
/// `SlowClientTest`, changed bytes by [FuzzIT], JSON by `JsonTest`. The system property `prisme.hostile.addresses` is
/// the number of addresses that are made up, `prisme.hostile.resets` the number of clients that go away.
@Timeout(60)
class HostileIT {
    private static final int ADDRESSES = Integer.getInteger("prisme.hostile.addresses", 20_000);
    private static final int RESETS = Integer.getInteger("prisme.hostile.resets", 300);
    private static final String ORIGIN = "Origin: http://localhost\r\n";
    private static final String PAGEVIEWS = "/api/v1/events/pageviews";
    private static final int PIPELINED = 100;
    private static final int LIMIT = 60;

    private static RunningJar jar;
    private static InetSocketAddress server;
    @TempDir static Path data;

    @BeforeAll static void start() throws IOException {
        jar = RunningJar.serve(data, "--trust.proxy=true", "--api.events.timeout=300ms", "--admin.hostport=",
                "--dashboard.public=true",
                "--access.log=" + data.resolve("access.log"));
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), jar.port());
    }

    @AfterAll static void stop() {
        if (jar != null) {
            jar.close();
        }
    }

    private static String post(String path, String headers, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + ORIGIN + headers + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private static String pageview(String address, String path) {
        return post(PAGEVIEWS, "X-Forwarded-For: " + address + "\r\nReferer: http://localhost" + path + "\r\n", "");
    }

    private static Answer answer(String request) throws IOException {
        try (RawClient client = RawClient.connect(server)) {
            return client.send(request).read();
        }
    }

    /// All that comes back, of which the connection's end is part.
    private static String everything(String request) throws IOException {
        try (RawClient client = RawClient.connect(server)) {
            return client.offer(request).readToEnd();
        }
    }

    private static void assertHonestAreServed(String path) throws IOException {
        assertEquals(200, answer(pageview("192.0.2.1", path)).status());
    }

    @Test @Timeout(300) void countsEventsOfEndlesslyManyPropertiesAndNoSiteThatIsMadeUp() throws IOException {
        assertHonestAreServed("/h12");
        String headers = "Referer: http://localhost/h12\r\nContent-Type: application/json\r\nX-Forwarded-For: ";
        try (RawClient client = RawClient.connect(server)) {
            for (int i = 0; i < ADDRESSES / 40; i++) {
                String address = "172.20." + i / 250 % 250 + "." + i % 250 + "\r\n";
                client.send(post(PAGEVIEWS, headers + address, ""));
                assertEquals(200, client.read().status());
                client.send(post("/api/v1/events/custom/h12", headers + address, "{\"key" + i + "\":\"v" + i + "\"}"));
                assertEquals(200, client.read().status());
                client.send("POST " + PAGEVIEWS + " HTTP/1.1\r\nHost: x\r\nOrigin: http://s" + i
                        + ".example\r\nReferer: http://s" + i + ".example/\r\nX-Forwarded-For: " + address
                        + "Content-Length: 0\r\n\r\n");
                assertEquals(400, client.read().status());
            }
        }
        String asked = "/api/v1/stats/top-custom-event-properties?name=h12&limit=1000&from=now-1d&to=now%2B1d";
        Answer properties = answer("GET " + asked + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertTrue(properties.status() == 200 && properties.body().contains("\"key"), properties::toString);
        assertEquals(Set.of("localhost"), Set.copyOf(Exported.of(data).all("domain")));
    }

    /* Some are gone while their body is read, some while they are answered, some while their event is written. */
    @Test @Timeout(300) void clientsThatGoAwayCostTheOthersNothing() throws IOException {
        List<String> honest = new ArrayList<>();
        for (int i = 0; i < RESETS; i++) {
            String address = "172.18." + i / 250 + "." + i % 250;
            String whole = pageview(address, "/d25/gone/" + i);
            String start = post("/api/v1/events/custom/x", "X-Forwarded-For: " + address
                    + "\r\nReferer: http://localhost/d25\r\n", "{" + " ".repeat(5000));
            RawClient.connect(server).send(i % 2 == 0 ? whole : start.substring(0, start.length() - i)).reset();
            if (i % 10 == 0) {
                honest.add("/d25/honest/" + i);
                assertEquals(200, answer(pageview("172.19." + i / 250 + "." + i % 250, honest.getLast())).status());
            }
        }
        assertTrue(jar.said().stream().noneMatch(line -> line.contains("ClosedChannel")
                || line.contains("ClosedByInterrupt")), () -> jar.said().toString());
        List<String> stored = Exported.of(data).all("path");
        assertEquals(honest, stored.stream().filter(path -> path.startsWith("/d25/honest/")).toList());
        assertEquals(stored.stream().filter(path -> path.startsWith("/d25/gone/")).distinct().count(),
                stored.stream().filter(path -> path.startsWith("/d25/gone/")).count());
    }

    static Stream<String> oversizedHeads() {
        return Stream.of("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n\r\n", "GET /" + "a".repeat(5_000_000),
                "GET / HTTP/1.1\r\nX: " + "a".repeat(20_000) + "\r\n\r\n", "GET / HTTP/1.1\r\n" + "a".repeat(1_000_000),
                "GET / HTTP/1.1\r\n" + "X: a\r\n".repeat(100_000) + "\r\n", "GET / HTTP/1.1\r\n"
                        + String.join("", IntStream.range(0, 101).mapToObj(i -> "X" + i + ": a\r\n").toList())
                                + "\r\n");
    }

    @ParameterizedTest @MethodSource("oversizedHeads")
    void endsHeadsThatAreTooLong(String head) throws IOException {
        assertFalse(everything(head).contains(" 200 "));
        assertHonestAreServed("/h1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
        "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", "Content-Length: +3\r\n\r\nabc",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 3,3\r\n\r\nabc", "Content-Length: 9223372036854775808\r\n\r\n", "Content-Length: x\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n0x5\r\nabcde\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n100000003\r\nabcGET / HTTP/1.1\r\n\r\n", "X : y\r\n\r\n", "X: a\0b\r\n\r\n",
        ": x\r\n\r\n", "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", "Content-Length: 65537\r\n\r\n",
        "Content-Length: 1000000000000\r\n\r\n"})
    void refusesWhatTwoCouldReadDifferently(String rest) throws IOException {
        String answers = everything("POST " + PAGEVIEWS + " HTTP/1.1\r\nHost: x\r\n" + ORIGIN + rest);
        assertTrue(Pattern.matches("(?s)HTTP/1\\.1 (400|411|413|415) .*", answers), answers);
        assertEquals(1, answers.split("HTTP/1\\.1 [0-9]{3} ", -1).length - 1, answers);
    }

    @Test void answersPipelinedRequestsInTheirOrder() throws IOException {
        String request = "GET /api/v1/healthcheck HTTP/1.1\r\nHost: x\r\nX-Request-Id: %s\r\n\r\n";
        try (RawClient client = RawClient.connect(server)) {
            client.send(String.join("", IntStream.range(0, PIPELINED).mapToObj(i -> request.formatted("r" + i))
                    .toList()));
            for (int i = 0; i < PIPELINED; i++) {
                assertEquals("r" + i, client.read().header("X-Prisme-Request-Id"));
            }
        }
    }

    static Stream<String> bombs() {
        return Stream.of("[".repeat(60_000), "{\"a\":".repeat(12_000), "{\"a\":" + "9".repeat(60_000) + "}",
                "{\"a\":1e999999999}", "{\"" + "k".repeat(60_000) + "\":1}", "{\"a\":\"" + "\\u0000".repeat(10_000)
                + "\"}",
                "{" + String.join(",", IntStream.range(0, 6000).mapToObj(i -> "\"" + i + "\":1").toList()) + "}",
                "{" + String.join(",", IntStream.range(0, 2000).mapToObj(i -> "\"" + colliding(i) + "\":1").toList())
                + "}");
    }

    /// One of 2^12 names with the same hash.
    private static String colliding(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 6; bit++) {
            name.append((number >> 2 * bit & 1) == 0 ? "Aa" : "BB").append((number >> 2 * bit & 2) == 0 ? "Aa" : "BB");
        }
        return name.substring(0, Math.min(name.length(), 24));
    }

    @ParameterizedTest @MethodSource("bombs")
    void readsBombsInNoTime(String body) throws IOException {
        assertHonestAreServed("/bomb");
        String headers = "X-Forwarded-For: 192.0.2.1\r\nReferer: http://localhost/bomb\r\n"
                + "Content-Type: application/json\r\n";
        long start = System.nanoTime();
        int status = answer(post("/api/v1/events/custom/bomb", headers, body)).status();
        assertTrue(status == 200 || status == 400, () -> "answered " + status);
        assertTrue((System.nanoTime() - start) / 1_000_000 < 2000);
    }

    @Test void countsANetworkAsOneClient() throws IOException {
        int admitted = 0;
        for (int i = 0; i < 2 * LIMIT; i++) {
            admitted += answer(pageview("2001:db8:1:2::" + Integer.toHexString(i + 1), "/h10")).status() == 200 ? 1 : 0;
        }
        assertEquals(LIMIT, admitted);
        admitted = 0;
        for (int i = 0; i < 2 * LIMIT; i++) {
            admitted += answer(pageview(i % 2 == 0 ? "198.51.100.7" : "::ffff:198.51.100.7", "/h10")).status() == 200
                    ? 1 : 0;
        }
        assertEquals(LIMIT, admitted);
    }

    @Test void believesTheLastProxyAlone() throws IOException {
        int admitted = 0;
        for (int i = 0; i < LIMIT + 20; i++) {
            String made = i % 2 == 0 ? "10.0.0." + i + ", 203.0.113.5" : "203.0.113.5:" + (1000 + i);
            admitted += answer(pageview(made, "/h9")).status() == 200 ? 1 : 0;
        }
        assertEquals(LIMIT, admitted);
    }

    @Test void outlivesAFloodOfMadeUpAddressesPathsAndNames() throws IOException {
        try (RawClient client = RawClient.connect(server)) {
            for (int i = 0; i < ADDRESSES; i++) {
                String address = i % 2 == 0 ? "100." + (i >> 14 & 63) + "." + (i >> 7 & 127) + "." + (i & 127)
                        : "2001:db8:" + Integer.toHexString(i >> 8) + ":" + Integer.toHexString(i & 0xff) + "::1";
                String about = "Referer: http://localhost/" + i + "?utm_source=s" + i
                        + "\r\nX-Prisme-Document-Referrer: https://r" + i + ".example/\r\n"
                        + "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/" + i
                        + "\r\nX-Forwarded-For: " + address + "\r\n";
                assertEquals(200, client.send(post(PAGEVIEWS, about, "")).read().status(), address);
            }
        }
        assertHonestAreServed("/h11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/static/../../pom.xml",
            "//etc/passwd",
        "/static/%00", "/static/wa.js%00.png", "/%c0%ae%c0%ae/", "/static/..%5cwa.js", "/META-INF/MANIFEST.MF",
        "/static/", "/dashboard/../static/wa.js", "/%zz"})
    void opensNoOtherPaths(String path) throws IOException {
        int status = answer("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").status();
        assertTrue(status == 404 || status == 400, () -> path + " was answered " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Origin: null\r\n", "Origin: http://localhost.evil.example\r\n",
        "Origin: http://localhost\r\nOrigin: http://localhost\r\n", "Origin: http://evil@localhost\r\n",
        "Origin: http://localhost/\r\n", "Origin: \u0000\r\n"})
    void takesNothingFromElsewhere(String origin) throws IOException {
        Answer answer = answer("POST " + PAGEVIEWS + " HTTP/1.1\r\nHost: x\r\n" + origin
                + "X-Forwarded-For: 192.0.2.9\r\nReferer: http://localhost/h17\r\nContent-Length: 0\r\n\r\n");
        assertEquals(400, answer.status());
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        assertEquals("", answer.header("Access-Control-Allow-Credentials"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/%5Cevil.example", "https:evil.example", "javascript:alert(1)",
            "data:,x",
        "https://a.example/%0D%0ASet-Cookie:%20x", "https://a.example%5C@evil.example"})
    void leadsNobodyAstray(String target) throws IOException {
        String answers = everything("GET /api/v1/noscript/events/outbound-links?url=" + target
                + " HTTP/1.1\r\nHost: x\r\n"
                + "Referer: http://localhost/\r\nConnection: close\r\n\r\n");
        assertTrue(answers.startsWith("HTTP/1.1 400 "), answers);
        assertFalse(answers.contains("\r\nSet-Cookie") || answers.contains("\r\nLocation"), answers);
    }

    @Test void answersOthersWhileEventsWaitForTheirSessions() throws IOException {
        List<RawClient> waiting = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            String about = "X-Forwarded-For: 172.16." + i / 250 + "." + i % 250
                    + "\r\nReferer: http://localhost/none\r\n";
            waiting.add(RawClient.connect(server).send(post("/api/v1/events/custom/x", about, "")));
        }
        assertEquals(200, answer("GET /api/v1/healthcheck HTTP/1.1\r\nHost: x\r\n\r\n").status());
        assertHonestAreServed("/h19");
        for (RawClient client : waiting) {
            int status = client.read().status();
            assertTrue(status == 400 || status == 503, () -> "answered " + status);
            client.close();
        }
    }

    @Test void logsWhateverComesOnOneLineEach() throws Exception {
        String odd = "\u001b[2J\u00e2\u0080\u00a8%0d%0a\u0007" + "x".repeat(3000);
        answer(post(PAGEVIEWS, "User-Agent: " + odd + "\r\nReferer: " + odd + "\r\nX-Request-Id: " + odd + "\r\n", ""));
        answer("GET /log%0d%0ainjection%1b[2J%e2%80%a8" + "x".repeat(8000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertHonestAreServed("/h14");
        for (String line : Files.readString(data.resolve("access.log")).split("\n")) {
            JsonObject.parse(line.getBytes(StandardCharsets.UTF_8));
            assertTrue(line.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028'), line);
            assertTrue(line.length() < 4096, line);
        }
    }

    @Test void exportsCellsThatAreNoFormulas() throws IOException {
        assertHonestAreServed("/h15");
        answer(post("/api/v1/events/custom/%3Dcmd%28%29",
                "X-Forwarded-For: 192.0.2.1\r\nReferer: http://localhost/h15\r\n", ""));
        String csv = RunningJar.output("export", "--format=csv", "--data.dir=" + data);
        assertTrue(csv.contains(",'=cmd()"), csv.lines().filter(line -> line.contains("cmd")).findAny().orElse("none"));
    }
}
