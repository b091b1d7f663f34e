package prisme.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboard", "/dashboard?from=now-7d/d&path=/a,b", "/a//b", "/api/v1/export?x=%0d%0a",
            "/x?u=http://evil.example", "/@evil.example"})
    void isKeptWhenItIsOurs(String address) {
        assertEquals(address, LocalPath.orDashboard(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dashboard", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
            "/\t/evil.example", "/\n/evil.example", "/ /evil", "\t//evil.example", "http://evil.example", "http:evil",
            "javascript:alert(1)", "data:text/html,x", "/a\r\nSet-Cookie: x=y", "/\u0000", "/é", "/a\\b", "?a", "#a"})
    void isTheDashboardOtherwise(String address) {
        assertEquals("/dashboard", LocalPath.orDashboard(address));
    }

    @Test void isNoEndlessText() {
        assertEquals("/dashboard", LocalPath.orDashboard("/" + "a".repeat(2048)));
    }
}
