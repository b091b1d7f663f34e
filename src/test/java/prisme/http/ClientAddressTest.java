package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.ip.IpAddress;

class ClientAddressTest {
    private static final String SOCKET = "192.0.2.1";

    @Test
    void trustsNobodyByDefault() {
        ClientAddress policy = new ClientAddress(new ProxyTrust.Nobody());
        Client client = policy.of(IpAddress.parse(SOCKET).orElseThrow(), headers("X-forwarded-for", "9.9.9.9"));
        assertEquals(SOCKET + " SOCKET", client.address() + " " + client.reason());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1.2.3.4                            | 1.2.3.4
            1.2.3.4:567                        | 1.2.3.4
            1.2.3.4:0                          | 1.2.3.4
            1.2.3.4:65535                      | 1.2.3.4
            2001:db8::1                        | 2001:db8::1
            2001:DB8:0:0:0:0:0:1               | 2001:db8::1
            [2001:db8::1]                      | 2001:db8::1
            [2001:db8::1]:567                  | 2001:db8::1
            ::ffff:1.2.3.4                     | 1.2.3.4
            [::ffff:1.2.3.4]:80                | 1.2.3.4
            ::1                                | ::1
            9.9.9.9, 1.2.3.4                   | 1.2.3.4
            9.9.9.9,1.2.3.4                    | 1.2.3.4
            9.9.9.9 ,\t1.2.3.4                 | 1.2.3.4
            1.2.3.4,                           | 1.2.3.4
            1.2.3.4, ,,                        | 1.2.3.4
            ", 1.2.3.4                         | 1.2.3.4
            unknown, _x, evil"\\, 1.2.3.4       | 1.2.3.4
            """)
    void takesTheLastOfTheList(String value, String address) {
        assertEquals(address + " PROXY_HEADER", behind("X-Forwarded-For", 1, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_x", "localhost", "127.1", "010.8.8.8", "1.2.3", "1.2.3.4.5", "1.2.3.256",
            "1.2.3.4:", "1.2.3.4:65536", "1.2.3.4:+1", "1.2.3.4:1x", "1.2.3.4:000080", "1.2.3.4 x", "[1.2.3.4]",
            "[1.2.3.4]:80", "[2001:db8::1", "2001:db8::1]", "[2001:db8::1]x", "[2001:db8::1]:", "[]", "[",
            "2001:db8::1::", ":::", "fe80::1%eth0", "[fe80::1%1]", "2001:db8::12345", "0x7f.0.0.1", "2130706433",
            "1.2.3.4/24", "\"1.2.3.4", "\u0661.2.3.4", "for=1.2.3.4", "1.2.3.4\u00a0", "9.9.9.9; 1.2.3.4"})
    void takesTheSocketsWhenTheListHasNoAddressInThatPlace(String value) {
        assertEquals(SOCKET + " NO_ADDRESS", behind("X-Forwarded-For", 1, "9.9.9.9, " + value));
    }

    @Test
    void countsTheHopsFromTheRightOverAllLines() {
        String[] lines = {"1.1.1.1, 2.2.2.2", "3.3.3.3", "4.4.4.4, 5.5.5.5"};
        for (int hops = 1; hops <= 5; hops++) {
            String address = (6 - hops + ".").repeat(4);
            assertEquals(address.substring(0, 7) + " PROXY_HEADER", behind("X-Forwarded-For", hops, lines));
        }
        assertEquals(SOCKET + " TOO_FEW_HOPS", behind("X-Forwarded-For", 6, lines));
    }

    @Test
    void takesTheSocketsWhenTheHeaderSaysNothing() {
        assertEquals(SOCKET + " NO_HEADER", behind("X-Forwarded-For", 1));
        assertEquals(SOCKET + " TOO_FEW_HOPS", behind("X-Forwarded-For", 1, ""));
        assertEquals(SOCKET + " TOO_FEW_HOPS", behind("X-Forwarded-For", 1, " , ,"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            for=1.2.3.4                                             | 1.2.3.4
            For=1.2.3.4                                             | 1.2.3.4
            FOR="1.2.3.4:567"                                       | 1.2.3.4
            for="[2001:db8::1]:4711"                                | 2001:db8::1
            for="[2001:db8::1]"                                     | 2001:db8::1
            for="1.2.3.4:_port"                                     | 1.2.3.4
            for="\\1.2.3.4"                                         | 1.2.3.4
            by=9.9.9.9;for=1.2.3.4;proto=https;host=example.com     | 1.2.3.4
            by=9.9.9.9; for=1.2.3.4 ;proto=https                    | 1.2.3.4
            host="a,b;for=9.9.9.9";for=1.2.3.4                      | 1.2.3.4
            host="a\\",b";for=1.2.3.4                               | 1.2.3.4
            for=9.9.9.9, for=1.2.3.4                                | 1.2.3.4
            for=unknown;host=", for=1.2.3.4;host="h"                | 1.2.3.4
            for=1.2.3.4;                                            | 1.2.3.4
            """)
    void understandsForwarded(String value, String address) {
        assertEquals(address + " PROXY_HEADER", behind("forwarded", 1, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"for=unknown", "for=_hidden", "for=\"_x\"", "by=1.2.3.4", "1.2.3.4", "for =1.2.3.4",
            "for= 1.2.3.4", "for=1.2.3.4;for=9.9.9.9", "for=\"1.2.3.4", "for=1.2.3.4\"", "for=", "for", "for=\"\"", ";",
            "xfor=1.2.3.4", "for=\"1.2.3.4\\\"", "for=\"1.2.3.4:_\"", "for=\"[::1]:_\u00e9\""})
    void takesTheSocketsWhenForwardedHasNoAddress(String value) {
        assertEquals(SOCKET + " NO_ADDRESS", behind("Forwarded", 1, "for=9.9.9.9, " + value));
    }

    @Test
    void countsForwardedElementsOverAllLines() {
        assertEquals("2.2.2.2 PROXY_HEADER",
                behind("Forwarded", 3, "for=1.1.1.1, for=2.2.2.2;host=\"a,b\"", "for=3.3.3.3", "for=4.4.4.4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "1.1.1.1,", "\"", "\\", "\\\"", ";", "for=\"\\\",", " "})
    void readsALongListInNoTime(String piece) {
        String list = piece.repeat(1_000_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            behind("X-Forwarded-For", 1_000_000, list);
            behind("Forwarded", 1_000_000, list);
            behind("Forwarded", 1, list);
        });
    }

    @Test
    void refusesToTrustNoHop() {
        assertThrows(IllegalArgumentException.class, () -> new ProxyTrust.Proxies("Forwarded", 0, "X-Request-Id"));
    }

    private static String behind(String name, int hops, String... lines) {
        ClientAddress policy = new ClientAddress(new ProxyTrust.Proxies(name, hops, "X-Request-Id"));
        Client client = policy.of(IpAddress.parse(SOCKET).orElseThrow(), headers(name, lines));
        return client.address() + " " + client.reason();
    }

    private static RequestHeaders headers(String name, String... lines) {
        return RequestHeaders.of(lines.length == 0 ? Map.of() : Map.of(name, List.of(lines)));
    }
}
