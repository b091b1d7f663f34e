package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasePathTest {
    private final BasePath base = new BasePath("/my/stats");

    @ParameterizedTest
    @CsvSource({"/my/stats/a, /a", "/my/stats/, /", "/my/stats, /", "/a, /a", "/my/statsa, /my/statsa",
            "/my/stats//a, //a", "/my, /my"})
    void comesOffRequestsThatHaveIt(String requested, String within) {
        assertEquals(within, base.within(requested));
    }

    @ParameterizedTest
    @CsvSource({"/a?b, /my/stats/a?b", "https://a.example/, https://a.example/", "//a.example, //a.example",
            "/my/stats/a, /my/stats/a"})
    void standsBeforeAddressesOfOurs(String location, String shown) {
        assertEquals(shown, base.before(Response.of(302).with("Location", location)).header("Location").orElseThrow());
    }

    @Test void boundsCookies() {
        Response response = Response.ok().with("Set-Cookie", "a=b; Path=/; HttpOnly");
        assertEquals("a=b; Path=/my/stats/; HttpOnly", base.before(response).header("Set-Cookie").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my/stats/go", "/go"})
    void worksWhetherTheProxyTakesItOffOrNot(String requested) throws IOException {
        Route go = Route.get("/go", _ -> Response.of(302).with("Location", "/there"));
        try (HttpFront front = HttpFront.start(TestServer.ANY_PORT, new ProxyTrust.Nobody(), base,
                new Router(List.of(go), List.of()), Observer.none());
             RawClient client = RawClient.connect(front.address())) {
            assertEquals("/my/stats/there",
                    client.send("GET " + requested + " HTTP/1.1\r\nHost: x\r\n\r\n").read().header("Location"));
        }
    }

    @Test void changesNothingWhereThereIsNone() {
        assertEquals("/a", BasePath.none().within("/a"));
        assertEquals("/b", BasePath.none().before(Response.of(302).with("Location", "/b")).header("Location")
                .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "stats", "/stats/", "//stats", "/a b", "/a?b", "/..", "/.", "/%61", "/a/../b", "/ä"})
    void isAPathOfPlainSegments(String path) {
        assertThrows(IllegalArgumentException.class, () -> new BasePath(path));
    }
}
