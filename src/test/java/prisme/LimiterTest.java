package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import prisme.collect.SlidingWindow;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;
import prisme.ip.IpAddress;
import prisme.settings.Settings;
import prisme.watch.Exposed;

class LimiterTest {
    private static String shown(Limiter limiter) {
        return Exposed.text(limiter);
    }

    private static int status(Limiter limiter) throws IOException {
        return limiter.filter().apply(Request.of(Method.POST, "/"), _ -> Response.ok()).status();
    }

    @Test void showsHowManyItCounts() throws IOException {
        try (Limiter limiter = Limiter.of(new Settings.Rate(1, Duration.ofMinutes(1)))) {
            assertTrue(shown(limiter).contains("\nprisme_limiter_networks 0\n"));
            assertEquals(200, status(limiter));
            assertEquals(429, status(limiter));
            assertTrue(shown(limiter).contains("\nprisme_limiter_networks 1\n"));
            assertTrue(shown(limiter).contains("\nprisme_limiter_forgotten_networks_total 0\n"));
        }
    }

    @Test void showsHowManyItHadToForget() {
        long now = System.nanoTime();
        SlidingWindow window = new SlidingWindow(1, Duration.ofMinutes(1), SlidingWindow.leastMemory(1), now);
        for (int client = 0; client < 100_000 && window.forgotten() == 0; client++) {
            window.ask(IpAddress.ofIPv4(client), now);
        }
        try (Limiter limiter = new Limiter.Sliding(window, EverySecond.start("test-limiter", () -> { }))) {
            assertTrue(window.forgotten() > 0);
            String line = "prisme_limiter_forgotten_networks_total " + window.forgotten();
            assertTrue(shown(limiter).lines().anyMatch(line::equals), line);
        }
    }

    @Test void countsNobodyWithoutALimit() throws IOException {
        try (Limiter limiter = Limiter.of(new Settings.Rate(0, Duration.ofMinutes(1)))) {
            assertEquals(200, status(limiter));
            assertEquals("", shown(limiter));
        }
    }
}
