package prisme.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;

class AllowedOriginsTest {
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private static Response answer(String list, Request request) throws IOException {
        return AllowedOrigins.parse(list).apply(request, _ -> Response.of(401));
    }

    private static Optional<String> allowed(String list, String origin) throws IOException {
        return answer(list, Request.of(Method.GET, "/").with("Origin", origin)).header(ALLOWED);
    }

    private static Request preflight(String origin) {
        return Request.of(Method.OPTIONS, "/").with("Origin", origin).with("Access-Control-Request-Method", "GET")
                .with("Access-Control-Request-Headers", "authorization");
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', textBlock = """
            https://a.example                        | https://a.example
            https://a.example, http://localhost:3000 | http://localhost:3000
            HTTPS://A.Example:443                    | https://a.example
            http://a.example:80                      | http://a.example
            https://a.example:80                     | https://a.example:80
            http://[::1]:8080                        | http://[::1]:8080
            """)
    void letsThoseOfTheListRead(String list, String origin) throws IOException {
        assertEquals(Optional.of(origin), allowed(list, origin));
        assertEquals(Optional.of("Origin"), answer(list, preflight(origin)).header("Vary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.example", "https://b.example", "https://a.example:8443", "https://www.a.example",
            "https://a.example.evil.example", "null", "", "*", "https://a.example/"})
    void letsNobodyElseRead(String origin) throws IOException {
        assertEquals(Optional.empty(), allowed("https://a.example", origin));
        Response preflight = answer("https://a.example", preflight(origin));
        assertEquals(401, preflight.status());
        assertEquals(Optional.empty(), preflight.header(ALLOWED));
        assertEquals(Optional.of("Origin"), preflight.header("Vary"));
    }

    @Test void letsNobodyReadByDefault() throws IOException {
        assertEquals(Optional.empty(), allowed("", "https://a.example"));
        assertEquals(Optional.empty(), answer("", preflight("https://a.example")).header("Vary"));
    }

    @Test void letsEverybodyReadWithAStar() throws IOException {
        assertEquals(Optional.of("*"), allowed("*", "https://a.example"));
        assertEquals(204, answer("*", preflight("https://a.example")).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://a.example"})
    void answersBeforehandThatTheTokenMayBeSentButNeverACookie(String list) throws IOException {
        Response response = answer(list, preflight("https://a.example"));
        assertEquals(204, response.status());
        assertEquals("GET, HEAD", response.header("Access-Control-Allow-Methods").orElseThrow());
        assertEquals("Authorization, Content-Type", response.header("Access-Control-Allow-Headers").orElseThrow());
        assertEquals(Optional.empty(), response.header("Access-Control-Allow-Credentials"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.example", "https://", "https://a.example/", "ftp://a.example", "https://*.a.example",
            "https://a..example", "https://a.example:", "https://a.example:x", "https://u@a.example", ",",
            "https://a.example,", "null", "https://a b"})
    void refusesWhatIsNoOrigin(String list) {
        assertThrows(IllegalArgumentException.class, () -> AllowedOrigins.parse(list));
    }
}
