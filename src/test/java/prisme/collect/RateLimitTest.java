package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;
import prisme.ip.IpAddress;

class RateLimitTest {
    private static final IpAddress CLIENT = IpAddress.ofIPv4(1);
    private long now;
    private final RateLimit limit =
            new RateLimit(new SlidingWindow(2, Duration.ofMinutes(1), 1 << 20, 0), () -> now);

    @Test void saysWhenTheNextRequestFits() throws Exception {
        ask(Method.POST, CLIENT);
        now = Duration.ofMillis(1500).toNanos();
        ask(Method.POST, CLIENT);
        Response refused = ask(Method.POST, CLIENT);
        assertEquals(429, refused.status());
        assertEquals("59", refused.header("Retry-After").orElseThrow());
        now = Duration.ofMinutes(1).plusMillis(1).toNanos();
        assertEquals(200, ask(Method.POST, CLIENT).status());
    }

    @Test void countsAddressesApart() throws Exception {
        ask(Method.POST, CLIENT);
        ask(Method.POST, CLIENT);
        assertEquals(200, ask(Method.POST, IpAddress.ofIPv4(2)).status());
    }

    @Test void countsNoPreflight() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertEquals(200, ask(Method.OPTIONS, CLIENT).status());
        }
        assertEquals(200, ask(Method.POST, CLIENT).status());
    }

    private Response ask(Method method, IpAddress client) throws Exception {
        return limit.apply(Request.of(method, "/api/v1/events/pageviews").from(client), _ -> Response.ok());
    }
}
