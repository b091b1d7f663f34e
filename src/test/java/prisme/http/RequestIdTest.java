package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    private final RequestId behindProxy = new RequestId(new ProxyTrust.Proxies("X-Forwarded-For", 1, "X-Request-Id"));

    @Test
    void isARandomUuid() {
        RequestId ids = new RequestId(new ProxyTrust.Nobody());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            UUID id = UUID.fromString(ids.of(RequestHeaders.none()));
            assertEquals(4, id.version());
            assertEquals(2, id.variant());
            seen.add(id.toString());
        }
        assertEquals(10_000, seen.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "00-4bf92f3577b34da6a3ce929d0e0e4736-00", "with spaces ~", "{\"quoted\"}"})
    void isTheProxysWhereOneIsTrusted(String id) {
        assertEquals(id, behindProxy.of(headers(id)));
        assertNotEquals(id, new RequestId(new ProxyTrust.Nobody()).of(headers(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00e9", "a\tb", "a\u0000", "a\u001b[2J", "a\u007f", "\u00c3\u00a9"})
    void isOursWhenTheProxysIsNotPrintableAscii(String id) {
        assertEquals(4, UUID.fromString(behindProxy.of(headers(id))).version());
    }

    @Test
    void isTheProxysUpTo128Characters() {
        assertEquals("a".repeat(128), behindProxy.of(headers("a".repeat(128))));
        assertNotEquals("a".repeat(129), behindProxy.of(headers("a".repeat(129))));
    }

    @Test
    void isOursWhenTheProxySendsNone() {
        assertEquals(4, UUID.fromString(behindProxy.of(RequestHeaders.none())).version());
    }

    private static RequestHeaders headers(String id) {
        return RequestHeaders.of(Map.of("X-request-id", List.of(id)));
    }
}
