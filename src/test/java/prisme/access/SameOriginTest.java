package prisme.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prisme.http.Method;
import prisme.http.Request;

class SameOriginTest {
    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1}, Host {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            same-origin, https://stats.example,     127.0.0.1:8080,      true
            none,        -,                         stats.example,       true
            same-site,   https://www.stats.example, stats.example,       false
            cross-site,  https://evil.example,      stats.example,       false
            cross-site,  -,                         stats.example,       false
            odd,         -,                         stats.example,       false
            -,           http://stats.example,      stats.example,       true
            -,           https://stats.example,     stats.example,       true
            -,           http://Stats.Example:8080, stats.example:8080,  true
            -,           http://stats.example:81,   stats.example,       false
            -,           http://evil.example,       stats.example,       false
            -,           null,                      stats.example,       false
            -,           http://stats.example,      -,                   false
            -,           -,                         stats.example,       true
            """)
    void believesTheBrowserAndThenTheOrigin(String site, String origin, String host, boolean expected) {
        Request request = Request.of(Method.POST, "/");
        request = site == null ? request : request.with("Sec-Fetch-Site", site);
        request = origin == null ? request : request.with("Origin", origin);
        request = host == null ? request : request.with("Host", host);
        assertEquals(expected, SameOrigin.isOriginOf(request));
    }
}
