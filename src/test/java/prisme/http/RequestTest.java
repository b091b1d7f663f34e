package prisme.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import prisme.ip.IpAddress;

class RequestTest {
    private final Request plain = Request.of(Method.POST, "/a%20b?c=d");

    @Test
    void isNotChangedByWhatIsMadeOfIt() {
        IpAddress address = IpAddress.parse("2001:db8::1").orElseThrow();
        Request other = plain.with("A", "1").withBody("{}").from(address);
        assertEquals(Optional.of("1"), other.header("a"));
        assertArrayEquals(new byte[] {'{', '}'}, other.body());
        assertEquals(address, other.client().address());
        assertEquals(Optional.empty(), plain.header("A"));
        assertEquals(0, plain.body().length);
        assertEquals("127.0.0.1", plain.client().address().toString());
    }

    @Test
    void keepsThePathRawAndDecodesTheQuery() {
        assertEquals("/a%20b", plain.path());
        assertEquals(Optional.of("d"), plain.query().first("c"));
    }

    @Test
    void listsHeadersOfOneNameWhateverTheCase() {
        Request request = plain.with("X-Test", "1").with("x-test", "2").with("X-TEST", "3").with("X-Tests", "4");
        assertEquals(Optional.of("1"), request.header("X-tEST"));
        assertEquals(List.of("1", "2", "3"), request.headers("x-test"));
        assertEquals(List.of(), request.headers("X-Tes"));
    }

    @Test
    void recordsNothingForHead() {
        assertFalse(plain.recordsNothing());
        assertTrue(Request.of(Method.HEAD, "/").recordsNothing());
    }

    @Test
    void hasNoParameterThatItsRouteDoesNotName() {
        assertThrows(IllegalArgumentException.class, () -> plain.parameter("name"));
    }
}
