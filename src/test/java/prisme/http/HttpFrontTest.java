package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.http.RawClient.Answer;

class HttpFrontTest {
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer(new ProxyTrust.Nobody());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersWhoComesFirstAsItAnswersAll() throws IOException {
        Queue<Integer> observed = new ConcurrentLinkedQueue<>();
        Router router = new Router(List.of(Route.get("/hello", _ -> Response.ok())), List.of());
        HttpFront front = HttpFront.open(TestServer.ANY_PORT, new ProxyTrust.Nobody(), BasePath.none(), router,
                new Statuses(observed));
        try (RawClient first = RawClient.connect(front.address());
                RawClient other = RawClient.connect(front.address())) {
            first.send("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n");
            other.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
            front.begin();
            Answer answer = first.read();
            assertEquals(400, answer.status());
            assertEquals(Problem.MEDIA_TYPE, answer.header("Content-Type"));
            assertEquals("*", answer.header("Access-Control-Allow-Origin"));
            assertEquals(200, other.read().status());
        } finally {
            front.close();
        }
        assertEquals(List.of(200, 400), observed.stream().sorted().toList());
    }

    private record Statuses(Queue<Integer> all) implements Observer {
        @Override public void began(String pattern, Method method) { }

        @Override public void ended(Answered answered) {
            all.add(answered.status());
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            100%,                    100%
            {%22x%22:1},             {"x":1}
            <"\\^`|>,                <"\\^`|>
            \u00c3\u00a9+%C3%A9,     \u00e9 \u00e9
            a[]b&y=%,                a[]b
            """)
    void readsWhatBrowsersLeaveRawInAQuery(String raw, String meant) throws IOException {
        assertEquals(meant, ask("GET", "/query?x=" + raw).body());
        try (RawClient client = server.connect()) {
            String request = "GET /query?x=" + raw + " HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
            client.send(request + request);
            assertEquals(meant, client.read().body());
            assertEquals(meant, client.read().body());
        }
    }

    @Test
    void answersWithStatusHeadersAndBody() throws IOException {
        Answer answer = ask("GET", "/hello");
        assertEquals(200, answer.status());
        assertEquals("text/plain", answer.header("Content-Type"));
        assertEquals("5", answer.header("Content-Length"));
        assertEquals("hello", answer.body());
    }

    @Test
    void tellsAClientThatAsksToGoAhead() throws IOException {
        try (RawClient client = server.connect()) {
            client.send(head("POST", "/echo")
                    + "Connection: close\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            String answers = client.send("abc").readToEnd();
            assertTrue(answers.startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"), answers);
            assertTrue(answers.endsWith("abc"), answers);
        }
    }

    @Test
    void meetsWhoExpectsNothing() throws IOException {
        try (RawClient client = server.connect()) {
            client.send(head("POST", "/echo") + "Expect:\r\nContent-Length: 3\r\n\r\nabc");
            assertEquals("abc", client.read().body());
        }
    }

    @Test
    void tellsNoClientOfHttp10ToGoAhead() throws IOException {
        try (RawClient client = server.connect()) {
            String answer = client.send("POST /echo HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc")
                    .readToEnd();
            assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n") && answer.endsWith("abc"), answer);
        }
    }

    /// RFC 9112, 9.3: such a connection is kept only for a client that asks for exactly `keep-alive`.
    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "x", "keep-alive, TE", "keep-alive\r\nConnection: close", ""})
    void closesAConnectionOfHttp10(String options) throws IOException {
        try (RawClient client = server.connect()) {
            String answer = client.send("GET /hello HTTP/1.0\r\nConnection: " + options + "\r\n\r\n").readToEnd();
            assertTrue(answer.contains("\r\nConnection: close\r\n") && answer.endsWith("hello"), answer);
        }
    }

    @Test
    void promisesToKeepNoConnectionThatEndsABody() throws IOException {
        try (RawClient client = server.connect()) {
            String answer = client.send("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").readToEnd();
            assertTrue(answer.contains("\r\nConnection: close\r\n") && answer.endsWith("y"), answer);
            assertFalse(answer.contains("Keep-"), answer);
        }
    }

    @Test
    void givesEveryAnswerAnIdOfItsOwn() throws IOException {
        String uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
        String first = ask("GET", "/hello").header("X-Prisme-Request-Id");
        String second = ask("GET", "/nowhere").header("X-Prisme-Request-Id");
        assertTrue(first.matches(uuid), first);
        assertTrue(second.matches(uuid), second);
        assertNotEquals(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "keep-alive, close", "upgrade,CLOSE", "keep-alive\r\nConnection: close"})
    void closesTheConnectionOfWhoeverAsksForIt(String options) throws IOException {
        try (RawClient client = server.connect()) {
            String answer = client.send(head("GET", "/hello") + "Connection: " + options + "\r\n\r\n").readToEnd();
            assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
        }
    }

    @Test
    void believesNoHeaderWhenNoProxyIsTrusted() throws IOException {
        try (RawClient client = server.connect()) {
            client.send(head("GET", "/client") + "X-Forwarded-For: 9.9.9.9\r\nX-Request-Id: mine\r\n\r\n");
            Answer answer = client.read();
            assertEquals("127.0.0.1 SOCKET", answer.body());
            assertNotEquals("mine", answer.header("X-Prisme-Request-Id"));
        }
    }

    @Test
    void believesTheHeadersOfATrustedProxy() throws IOException {
        try (TestServer behindProxy = new TestServer(TestServer.PROXY); RawClient client = behindProxy.connect()) {
            client.send(head("GET", "/client") + "X-Forwarded-For: 9.9.9.9\r\nX-Request-Id: theirs 1\r\n\r\n");
            Answer answer = client.read();
            assertEquals("9.9.9.9 PROXY_HEADER", answer.body());
            assertEquals("theirs 1", answer.header("X-Prisme-Request-Id"));
        }
    }

    @Test
    void answersErrorsAsProblems() throws IOException {
        Answer answer = ask("GET", "/nowhere");
        assertEquals(404, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"There is nothing at this path.\"}", answer.body());
    }

    @Test
    void namesTheMethodsOfAPath() throws IOException {
        assertEquals("GET, HEAD", ask("DELETE", "/hello").header("Allow"));
        assertEquals("POST", ask("GET", "/echo").header("Allow"));
        assertEquals(405, ask("OPTIONS", "/hello").status());
        assertEquals(405, ask("get", "/hello").status());
        assertEquals(405, ask("SEARCH", "/hello").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hello", "/empty", "/nothing", "/unchanged", "/record", "/long", "/nowhere", "/echo"})
    void answersHeadAsGetButForTheBody(String path) throws IOException {
        try (RawClient client = server.connect()) {
            Answer get = client.send(head("GET", path) + "\r\n").read();
            Answer head = client.send(head("HEAD", path) + "\r\n").readHead();
            assertEquals(get.status(), head.status());
            for (String name : new String[] {"Content-Length", "Content-Type", "ETag", "Allow"}) {
                assertEquals(get.header(name), head.header(name), name);
            }
            assertEquals(200, client.send(head("GET", "/hello") + "\r\n").read().status());
        }
    }

    @Test
    void recordsNothingForHead() throws IOException {
        try (RawClient client = server.connect()) {
            int before = server.recorded.get();
            client.send(head("HEAD", "/record") + "\r\n").readHead();
            assertEquals(before, server.recorded.get());
            client.send(head("GET", "/record") + "\r\n").read();
            assertEquals(before + 1, server.recorded.get());
        }
    }

    @Test
    void givesNoLengthToAnswersThatHaveNoBody() throws IOException {
        assertEquals("", ask("GET", "/nothing").header("Content-Length"));
        assertEquals("", ask("GET", "/nothing").header("Transfer-Encoding"));
        assertEquals("0", ask("GET", "/empty").header("Content-Length"));
    }

    @Test
    void sendsLongBodiesWhole() throws IOException {
        assertEquals("x".repeat(100_000), ask("GET", "/long").body());
        assertEquals("y".repeat(100_000), ask("GET", "/stream").body());
    }

    @Test
    void streamsToOldClientsUntilTheConnectionEnds() throws IOException {
        try (RawClient client = server.connect()) {
            String answer = client.send("GET /stream HTTP/1.0\r\n\r\n").readToEnd();
            assertTrue(answer.endsWith("\r\n\r\n" + "y".repeat(100_000)));
        }
    }

    @Test
    void breaksTheConnectionWhenAStreamFails() throws IOException {
        try (LogLines log = new LogLines(); RawClient client = server.connect()) {
            String answer = client.send(head("GET", "/torn") + "\r\n").readToEnd();
            assertFalse(answer.endsWith("0\r\n\r\n"), "a torn body must not look whole");
            assertTrue(log.only().startsWith("an answer was cut off: java.lang.IllegalStateException: torn at "));
        }
    }

    @Test
    void takesBodiesUpToTheLimit() throws IOException {
        for (int size : new int[] {0, 1, 4095, 4096, 4097, 8192, 65_535, Framing.MAX_BODY}) {
            String body = "b".repeat(size);
            try (RawClient client = server.connect()) {
                Answer answer = client.send(post("/echo", body)).read();
                assertEquals(200, answer.status());
                assertEquals(body, answer.body());
            }
        }
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(strings = {"65537", "1000000000000", "9223372036854775807"})
    void refusesALongerBodyWithoutWaitingForIt(String length) throws IOException {
        try (RawClient client = server.connect()) {
            Answer answer = client.send(head("POST", "/echo") + "Content-Length: " + length + "\r\n\r\n").read();
            assertEquals(413, answer.status());
            assertEquals("close", answer.header("Connection"));
            assertEquals("", client.readToEnd());
        }
    }

    @Test
    void resetsNobodyWhoIsStillSendingTooMuch() throws IOException, InterruptedException {
        try (RawClient client = server.connect()) {
            client.send(head("POST", "/echo") + "Content-Length: 100000\r\n\r\n");
            assertEquals(413, client.read().status());
            for (int piece = 0; piece < 10; piece++) {
                client.offer("b".repeat(4096));
                Thread.sleep(5);  // a reset would be here by then
            }
            assertTrue(client.isOpen());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exception", "/error", "/null", "/seen/error"})
    void answersBugsWithoutTellingAnything(String path) throws IOException {
        try (LogLines log = new LogLines(); RawClient client = server.connect()) {
            Answer answer = client.send(head("GET", path) + "\r\n").read();
            String id = answer.header("X-Prisme-Request-Id");
            assertEquals(500, answer.status());
            assertEquals("close", answer.header("Connection"));
            assertTrue(answer.body().contains(id));
            assertFalse(answer.body().contains("told"));
            assertEquals("", client.readToEnd());
            assertTrue(log.only().startsWith("request " + id + " was answered 500: java."));
            assertTrue(log.only().contains(".java:"), "the log tells where");
            assertFalse(log.only().contains("\n"), "a log line is one line");
        }
    }

    @Test
    void answersPipelinedRequestsInOrder() throws IOException {
        try (RawClient client = server.connect()) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                requests.append(head("POST", "/echo")).append("Content-Length: 3\r\n\r\n").append(i + 100);
            }
            client.send(requests.toString());
            for (int i = 0; i < 100; i++) {
                assertEquals(Integer.toString(i + 100), client.read().body());
            }
        }
    }

    @Test
    void keepsTheConnectionAfterErrors() throws IOException {
        try (RawClient client = server.connect()) {
            for (int round = 0; round < 20; round++) {
                assertEquals(404, client.send(post("/nowhere", "lost")).read().status());
                assertEquals(405, client.send(post("/hello", "wrong")).read().status());
                assertEquals(400, client.send(head("GET", "/item/%ff") + "\r\n").read().status());
                assertEquals("found", client.send(post("/echo", "found")).read().body());
            }
        }
    }

    @Test
    void closesTheConnectionWhenAsked() throws IOException {
        try (RawClient client = server.connect()) {
            client.send(head("GET", "/hello") + "Connection: close\r\n\r\n");
            assertEquals("hello", client.read().body());
            assertEquals("", client.readToEnd());
        }
    }

    @Test
    void readsUtf8InHeadersAndLeavesTheRestAlone() throws IOException {
        try (RawClient client = server.connect()) {
            client.send(head("GET", "/header") + "X-Test: h\u00c3\u00a9\r\nX-TEST: h\u00e9\r\nX-Test: plain\r\n\r\n");
            assertEquals("h\u00e9|h\u00e9|plain", client.read().body());
        }
    }

    @Test
    void sendsEveryAnswerThroughTheFilters() throws IOException {
        assertEquals("yes", exchange(post("/seen/echo", "a")).header("X-Seen"));
        assertSeen(404, head("GET", "/seen/nowhere") + "\r\n");
        assertSeen(405, head("GET", "/seen/echo") + "\r\n");
        assertSeen(400, head("POST", "/seen/%c0%ae") + "\r\n");
        assertSeen(411, head("POST", "/seen/echo") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        assertSeen(413, head("POST", "/seen/echo") + "Content-Length: 65537\r\n\r\n");
        assertSeen(415, head("POST", "/seen/echo") + "Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx");
        try (LogLines _ = new LogLines()) {
            assertSeen(500, head("GET", "/seen/error") + "\r\n");
        }
        assertEquals("", ask("GET", "/hello").header("X-Seen"));
    }

    private static void assertSeen(int status, String request) throws IOException {
        Answer answer = exchange(request);
        assertEquals(status, answer.status());
        assertEquals("yes", answer.header("X-Seen"), "status " + status);
    }

    private static Answer ask(String method, String path) throws IOException {
        return exchange(head(method, path) + "\r\n");
    }

    private static Answer exchange(String request) throws IOException {
        try (RawClient client = server.connect()) {
            return client.send(request).read();
        }
    }

    private static String post(String path, String body) {
        return head("POST", path) + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n";
    }
}
