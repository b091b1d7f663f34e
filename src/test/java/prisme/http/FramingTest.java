package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every odd request gets exactly one answer, the documented one, and then the connection ends.
class FramingTest {
    /// If this were ever taken for a request of its own, it would be answered 200.
    private static final String SMUGGLED = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3})[^\r]*\r\n");

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer(new ProxyTrust.Nobody());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{1} to {0}")
    @CsvSource(quoteCharacter = '`', textBlock = """
            # versions
            GET /hello HTTP/1.2,                                505
            GET /hello HTTP/2.0,                                505
            GET /hello HTTP/0.9,                                505
            GET /hello HTTP/1.9,                                505
            GET /hello http/1.1,                                400
            GET /hello HTP/1.1,                                 400
            GET /hello {HTTP/1.1,                               400
            GET /hello HTTP/1w1,                                400
            GET /hello HTTP/1.x,                                400
            GET /hello HTTP/x.1,                                400
            GET /hello HTTP/1.,                                 400
            GET /hello HTTP/2,                                  400
            GET /hello HTTP/1.10,                               400
            GET /hello FOO,                                     400
            GET /hello HTTP/1.1 extra,                          400
            GET /hello there HTTP/1.1,                          400
            `GET  /hello HTTP/1.1`,                             400
            ` GET /hello HTTP/1.1`,                             400
            `GET /hello HTTP/1.1 `,                             400
            GET /hello,                                         400
            GET,                                                400
            PRI * HTTP/2.0,                                     400
            # methods
            `"GET" /hello HTTP/1.1`,                            400
            <script> /hello HTTP/1.1,                           400
            G<T /hello HTTP/1.1,                                400
            G:T /hello HTTP/1.1,                                400
            [GET] /hello HTTP/1.1,                              400
            `GE,T /hello HTTP/1.1`,                             400
            \u00e9 /hello HTTP/1.1,                             400
            # targets
            GET http://localhost/hello HTTP/1.1,                400
            GET http://localhost/hello?q HTTP/1.1,              400
            GET //localhost/hello HTTP/1.1,                     400
            GET //hello HTTP/1.1,                               400
            GET ///hello HTTP/1.1,                              400
            GET /hello#there HTTP/1.1,                          400
            GET * HTTP/1.1,                                     400
            GET hello HTTP/1.1,                                 400
            GET ?q HTTP/1.1,                                    400
            GET http://localhost HTTP/1.1,                      400
            GET http://localhost?q HTTP/1.1,                    400
            GET /%zz HTTP/1.1,                                  400
            GET /100%?x HTTP/1.1,                               400
            GET /hello?x=1#there HTTP/1.1,                      400
            GET /hello?x={#there HTTP/1.1,                      400
            GET /hello?x=1#{ HTTP/1.1,                          400
            GET http://localhost/hello?x={ HTTP/1.1,            400
            GET ?x={ HTTP/1.1,                                  400
            GET /hello|%there HTTP/1.1,                         400
            GET http://localhost/hello|there HTTP/1.1,          400
            CONNECT 1.2.3.4:443 HTTP/1.1,                       400
            CONNECT localhost:443 HTTP/1.1,                     400
            GET mailto:a@b HTTP/1.1,                            400
            `GET /hello	HTTP/1.1`,                              400
            """)
    void refusesRequestLines(String line, int status) throws IOException {
        assertOneAnswer(status, line + "\r\nHost: x\r\n\r\n");
    }

    @ParameterizedTest(name = "{1} to {0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n|                                     411
            Transfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\n0\\r\\n\\r\\n|                       411
            Transfer-Encoding: chunked\\r\\n\\r\\n100000000\\r\\n\\r\\n|                             411
            Transfer-Encoding: chunked\\r\\n\\r\\nffffffff\\r\\n\\r\\n|                              411
            Transfer-Encoding: chunked\\r\\n\\r\\n0x5\\r\\nabcde\\r\\n0\\r\\n\\r\\n|                   411
            Transfer-Encoding: chunked\\r\\n\\r\\n1111111111111111f\\r\\n|                         411
            Transfer-Encoding: chunked\\r\\n\\r\\n3;x=yabc\\r\\n0\\r\\n\\r\\n|                        411
            Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\nTrailer: x\\r\\n\\r\\n|                       411
            Transfer-Encoding: \\x0bchunked\\r\\n\\r\\n0\\r\\n\\r\\n|                                411
            Transfer-Encoding:\\r\\n chunked\\r\\n\\r\\n0\\r\\n\\r\\n|                               400
            Transfer-Encoding: xchunked\\r\\n\\r\\n|                                             411
            Transfer-Encoding: gzip, chunked\\r\\n\\r\\n|                                        411
            Transfer-Encoding: identity\\r\\n\\r\\n|                                             411
            Transfer-Encoding: \\r\\n\\r\\n|                                                     411
            Transfer-Encoding: chunked\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n|       411
            Transfer-Encoding: chunked\\r\\nContent-Length: 3\\r\\n\\r\\nabc|                      400
            Content-Length: 3\\r\\nContent-Length: 4\\r\\n\\r\\nabcd|                              400
            Content-Length: 3\\r\\nContent-Length: 3\\r\\n\\r\\nabc|                               400
            Content-Length: +3\\r\\n\\r\\nabc|                                                   400
            Content-Length: -3\\r\\n\\r\\nabc|                                                   400
            Content-Length: -0\\r\\n\\r\\n|                                                      400
            Content-Length: 3, 3\\r\\n\\r\\nabc|                                                 400
            Content-Length: 3 3\\r\\n\\r\\nabc|                                                  400
            Content-Length: 0x3\\r\\n\\r\\nabc|                                                  400
            Content-Length: 3.0\\r\\n\\r\\nabc|                                                  400
            Content-Length: three\\r\\n\\r\\nabc|                                                400
            Content-Length:\\r\\n\\r\\nabc|                                                      400
            Content-Length: 9223372036854775808\\r\\n\\r\\n|                                     400
            Content-Length: 9223372036854775807\\r\\n\\r\\n|                                     413
            Content-Length: 65537\\r\\n\\r\\n|                                                   413
            Expect: 100-continue, x=y\\r\\nContent-Length: 3\\r\\n\\r\\n|                       417
            Expect: tea\\r\\nContent-Length: 3\\r\\n\\r\\n|                                     417
            Content-Encoding: gzip\\r\\nContent-Length: 3\\r\\n\\r\\nabc|                          415
            Content-Encoding: br\\r\\nContent-Length: 3\\r\\n\\r\\nabc|                            415
            Content-Encoding: gzip, gzip\\r\\nContent-Length: 3\\r\\n\\r\\nabc|                    415
            Content-Encoding: identity\\r\\nContent-Encoding: deflate\\r\\nContent-Length: 0\\r\\n\\r\\n| 415
            X: a\\0b\\r\\n\\r\\n|                                                                400
            X: a\\0\\r\\n\\r\\n|                                                                 400
            X:\\0a\\r\\n\\r\\n|                                                                 400
            X : a\\r\\n\\r\\n|                                                                  400
            : a\\r\\n\\r\\n|                                                                    400
            no colon\\r\\n\\r\\n|                                                               400
            X: a\\n\\r\\n|                                                                     400
            X: a\\rX-Forwarded-For: 6.6.6.6\\r\\n\\r\\n|                                      400
            X: a\\r\\n folded\\r\\n\\r\\n|                                                     400
            X: a\\r\\n\\tfolded\\r\\n\\r\\n|                                                    400
            X: a\\r\\r\\n\\r\\n|                                                              400
            """)
    void refusesHeaders(String rest, int status) throws IOException {
        assertOneAnswer(status, "POST /echo HTTP/1.1\r\nHost: x\r\n" + unescaped(rest));
    }

    /// The JDK's server takes control characters for white space: at the beginning of a line, which it then takes for a
    /// continuation of the one before, and around a length.
    @Test
    void refusesControlCharactersThatWouldBeReadAsSpace() throws IOException {
        for (char control = 1; control < ' '; control++) {
            if (control != '\t' && control != '\r') {
                String post = "POST /echo HTTP/1.1\r\nHost: x\r\n";
                assertOneAnswer(400, post + control + "Content-Length: 3\r\n\r\nabc");
                assertOneAnswer(400, post + "X: a\r\n" + control + "Content-Length: 3\r\n\r\nabc");
                assertOneAnswer(400, post + "Content-Length: " + control + "3\r\n\r\nabc");
                assertOneAnswer(400, post + "content-length: 3" + control + "\r\n\r\nabc");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD /%zz HTTP/1.1\r\n\r\n", "HEAD //x HTTP/1.1\r\n\r\n", "\r\nHEAD /a HTTP/1.1\nX: y\r\n",
        "HEAD * HTTP/1.1\r\n\r\n", "HEAD /hello HTTP/1.1\r\nno colon\r\n\r\n", "HEAD /hello HTTP/1.1\r\n\r\n",
        "HEAD /hello HTTP/1.1\r\nContent-Length: x\r\n\r\n"})
    void saysInTheHeadAloneWhyAHeadIsRefused(String request) throws IOException {
        try (RawClient client = server.connect()) {
            String answer = client.send(request).readToEnd();
            assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.endsWith("\r\n\r\n"), answer);
            assertFalse(answer.toLowerCase(Locale.ROOT).contains("content-length: 0"), answer);
        }
    }

    @Test
    void saysInTheHeadAloneWhyALongHeadIsRefused() throws IOException {
        try (RawClient client = server.connect()) {
            String answer = client.send("HEAD /" + "a".repeat(Arrival.MOST_HEAD)).readToEnd();
            assertTrue(answer.startsWith("HTTP/1.1 414 ") && answer.endsWith("\r\n\r\n"), answer);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            ``
            Host: a\\r\\nHost: b\\r\\n
            Host: a\\r\\nHost: a\\r\\n
            Host: a\\r\\nhost:\\r\\n
            Host: a b\\r\\n
            Host: a, b\\r\\n
            Host: a/b\\r\\n
            Host: b@a\\r\\n
            Host: http://a\\r\\n
            Host: a?\\r\\n
            Host: a#\\r\\n
            Host: <a>\\r\\n
            Host: a\\\\b\\r\\n
            Host: "a"\\r\\n
            Host: \u00e4\\r\\n
            Host: a:b\\r\\n
            Host: a:-1\\r\\n
            Host: a:80:80\\r\\n
            Host: ::1\\r\\n
            Host: [::1\\r\\n
            Host: []\\r\\n
            Host: [::1]a\\r\\n
            Host: [::1]:a\\r\\n
            Host: [a/b]\\r\\n
            Host: a[::1]\\r\\n
            """)
    void refusesHostsThatAreNone(String lines) throws IOException {
        assertOneAnswer(400, "GET /hello HTTP/1.1\r\n" + unescaped(lines) + "\r\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            Host:,                        1.1
            Host: example.com,            1.1
            HOST: EXAMPLE.com.,           1.1
            Host: my_host:8080,           1.1
            Host: a%20b,                  1.1
            Host: a:,                     1.1
            Host: 127.0.0.1:65536,        1.1
            Host: [::1],                  1.1
            Host: [2001:db8::1.2.3.4]:80, 1.1
            Host: [v1.a:b],               1.1
            Host: a,                      1.0
            X: a,                         1.0
            """)
    void takesHosts(String line, String version) throws IOException {
        try (RawClient client = server.connect()) {
            assertEquals(200, client.send("GET /hello HTTP/" + version + "\r\n" + line + "\r\n\r\n").read().status());
        }
    }

    @Test
    void saysWhatIsNoVersion() throws IOException {
        try (RawClient client = server.connect()) {
            String detail = client.send("GET /hello HTP/1.1\r\nHost: x\r\n\r\n").read().body();
            assertTrue(detail.contains("must end with a version such as HTTP/1.1"), detail);
        }
    }

    private static void assertOneAnswer(int status, String request) throws IOException {
        try (RawClient client = server.connect()) {
            String all = client.send(request).offer(SMUGGLED).readToEnd();
            List<String> statuses = STATUS_LINE.matcher(all).results().map(result -> result.group(1)).toList();
            assertEquals(List.of(Integer.toString(status)), statuses, all);
            Matcher first = STATUS_LINE.matcher(all);
            assertTrue(first.lookingAt(), all);
            String plain = all.toLowerCase(Locale.ROOT);
            assertTrue(plain.contains("connection: close\r\n"), all);
            assertTrue(plain.contains("\r\ncontent-type: application/problem+json\r\n"), all);
            assertTrue(plain.contains("\r\nx-prisme-request-id: "), all);
        }
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n")
               .replace("\\t", "\t").replace("\\0", "\0").replace("\\x0b", "\u000b");
    }
}
