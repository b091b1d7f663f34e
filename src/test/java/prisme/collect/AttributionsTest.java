package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Page;
import prisme.event.Referrer;
import prisme.ip.IpAddress;
import prisme.visitors.Attribution;
import prisme.visitors.NewVisitor;
import prisme.visitors.Fingerprint;
import prisme.visitors.PageviewReport;
import prisme.visitors.Visitors;
import prisme.visitors.Whereabouts;

@Timeout(20)
class AttributionsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Fingerprint SOMEBODY = new Fingerprint("x", IpAddress.ofIPv4(1), "example.com");
    private static final Whereabouts PAGE = new Whereabouts.At("/a");

    private final Visitors visitors =
            new Visitors(new Visitors.Limits(Duration.ofDays(1), 64, 1 << 20), (_, _) -> { });

    private Attributions attributions(Duration patience, int mostWaiting) {
        return new Attributions(visitors, patience, mostWaiting, () -> NOW);
    }

    @Test void answersAtOnceWhereTooManyWaitAlready() throws InterruptedException {
        Attributions attributions = attributions(Duration.ofSeconds(15), 1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> waiter = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            begun.countDown();
            waiter.complete(find(attributions));
        });
        begun.await();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        long start = System.nanoTime();
        assertThrows(BadReport.class, () -> attributions.find(SOMEBODY, PAGE));
        assertEquals(0, Duration.ofNanos(System.nanoTime() - start).toSeconds() / 10);
        view();
        assertEquals("/a", waiter.join());
    }

    @Test void findsWhatIsThereHoweverManyWait() throws Exception {
        view();
        assertEquals("/a", find(attributions(Duration.ofSeconds(15), 0)));
    }

    private static String find(Attributions attributions) {
        try {
            Attribution found = attributions.find(SOMEBODY, PAGE);
            return found.path();
        } catch (BadReport | InterruptedException e) {
            return e.toString();
        }
    }

    private void view() {
        PageviewReport report =
                new PageviewReport(SOMEBODY, new Page("example.com", "/a"), new Referrer.Direct(), "", 200);
        try {
            visitors.pageview(report, () -> new NewVisitor.Person(Client.UNKNOWN, "XX", Campaign.NONE), NOW);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
