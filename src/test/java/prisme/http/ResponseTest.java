package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {
    @Test
    void isNotChangedByWhatIsMadeOfIt() {
        Response plain = Response.ok().with("A", "1");
        Response other = plain.with("a", "2").with("B", "3").withStatus(201);
        assertEquals(Optional.of("1"), plain.header("A"));
        assertEquals(Optional.empty(), plain.header("B"));
        assertEquals(200, plain.status());
        assertEquals(Optional.of("2"), other.header("A"));
        assertEquals(Optional.of("3"), other.header("b"));
        assertEquals(201, other.status());
        assertEquals(Optional.empty(), Response.ok().header("A"));
    }

    @Test
    void isAProblemWhateverItShows() {
        Response problem = Response.problem(429, "Too \"fast\".");
        assertEquals(new Problem(429, "Too Many Requests", "Too \"fast\"."), problem.problem().orElseThrow());
        assertTrue(problem.isError());
        assertEquals(Optional.of("application/problem+json"), problem.header("Content-Type"));
        Response image = problem.withBody("image/gif", "GIF");
        assertEquals(problem.problem(), image.problem());
        assertEquals("GIF", new String(image.bytes(), StandardCharsets.US_ASCII));
        assertEquals(Optional.empty(), Response.ok().withBody("image/gif", "GIF").problem());
        assertEquals(Optional.of("image/gif"), image.header("Content-Type"));
        assertEquals(429, image.status());
        assertFalse(Response.of(399).isError());
    }

    @ParameterizedTest
    @ValueSource(strings =
            {"a\r\nb", "a\nb", "a\rb", "a\r\n b", "a\0b", "a\u001bb", "a\u007fb", "a\u0085b", "€", "\ud83d\ude00"})
    void refusesValuesThatCouldEndAHeader(String value) {
        assertThrows(IllegalArgumentException.class, () -> Response.ok().with("Location", value));
    }

    @Test
    void showsItsBodyWhateverItIsMadeOf() {
        assertEquals("", text(Response.ok()));
        assertEquals("é", text(Response.ok().withBody("text/plain", "é")));
        assertEquals("ab", text(Response.ok().withStream("text/plain", out -> {
            out.write('a');
            out.write('b');
        })));
        assertEquals("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"No.\"}",
                text(Response.problem(400, "No.")));
        assertThrows(UncheckedIOException.class, () -> Response.ok().withStream("text/plain", _ -> {
            throw new IOException();
        }).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "a\r\n", "é", "a\t", "(a)"})
    void refusesNamesThatAreNone(String name) {
        assertThrows(IllegalArgumentException.class, () -> Response.ok().with(name, "value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b\tc", "~!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}", "\u00a0\u00ff"})
    void takesAnyOtherValue(String value) {
        assertEquals(Optional.of(value), Response.ok().with("X", value).header("x"));
    }

    private static String text(Response response) {
        return new String(response.bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 199, 600, 1000})
    void hasAFinalStatus(int status) {
        assertThrows(IllegalArgumentException.class, () -> Response.of(status));
        assertThrows(IllegalArgumentException.class, () -> Response.problem(status, "No."));
        assertThrows(IllegalArgumentException.class, () -> Response.ok().withStatus(status));
    }
}
