package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prisme.ip.IpAddress;

/// The scheme of the client is what the trusted proxies say, and HTTP if no proxy is trusted.
class ClientSchemeTest {
    private static final String HEADER = "X-Forwarded-Proto";

    private static Client.Scheme scheme(ProxyTrust trust, Map<String, List<String>> headers) {
        return new ClientAddress(trust).of(IpAddress.ofIPv4(1), RequestHeaders.of(headers)).scheme();
    }

    private static Map<String, List<String>> headers(String name, String lines) {
        return Map.of(name, Arrays.asList(lines.split(";;")));
    }

    @Test
    void believesNobodyByDefault() {
        assertEquals(Client.Scheme.HTTP, scheme(new ProxyTrust.Nobody(), headers(HEADER, "https")));
    }

    @ParameterizedTest(name = "{0} hops: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | https            | HTTPS
            1 | HTTPS            | HTTPS
            1 | http             | HTTP
            1 | https, http      | HTTP
            1 | http;;https      | HTTPS
            1 | wss              | HTTP
            2 | https, http      | HTTPS
            2 | https            | HTTPS
            2 | https, http,http | HTTP
            """)
    void readsTheProxysHeader(int hops, String lines, Client.Scheme expected) {
        assertEquals(expected, scheme(new ProxyTrust.Proxies("X-Forwarded-For", hops, "X"), headers(HEADER, lines)));
    }

    @ParameterizedTest(name = "{0} hops: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | for=1.2.3.4;proto=https            | HTTPS
            1 | for=1.2.3.4;Proto="https"          | HTTPS
            1 | proto=https, for=1.2.3.4           | HTTP
            2 | proto=https, for=1.2.3.4           | HTTPS
            1 | for=1.2.3.4;proto=https;proto=http | HTTP
            """)
    void readsForwarded(int hops, String lines, Client.Scheme expected) {
        assertEquals(expected, scheme(new ProxyTrust.Proxies("forwarded", hops, "X"), headers("Forwarded", lines)));
    }

    @Test
    void readsForwardedOnlyWhereTheProxyTellsAddressesThere() {
        ProxyTrust trust = new ProxyTrust.Proxies("X-Forwarded-For", 1, "X");
        assertEquals(Client.Scheme.HTTP, scheme(trust, headers("Forwarded", "proto=https")));
    }
}
