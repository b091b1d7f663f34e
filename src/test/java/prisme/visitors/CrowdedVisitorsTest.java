package prisme.visitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Page;
import prisme.event.Referrer;
import prisme.ip.IpAddress;

/// Many visitors at the same time, each of whom goes from page to page, over midnight, while all sessions are copied.
class CrowdedVisitorsTest {
    private static final String SITE = "example.com";
    private static final Instant EVENING = Instant.parse("2026-03-01T23:59:59.000Z");
    private static final int THREADS = 8;
    private static final int VISITORS_EACH = 20;
    private static final int VIEWS = 60;

    private final Map<UUID, Integer> versions = new ConcurrentHashMap<>();
    private final Visitors visitors = new Visitors(new Visitors.Limits(Duration.ofDays(1), 64, 1 << 24),
            (pageview, _) -> {
                int before = versions.getOrDefault(pageview.visit().session(), 0);
                assertEquals(before + 1, pageview.version(), "of " + pageview.path());
                versions.put(pageview.visit().session(), pageview.version());
            });
    private volatile boolean isOver;

    @Test void noVisitIsCutOrTornByOthers() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> copying = executor.submit(this::copyAgainAndAgain);
            List<Callable<Void>> crowd = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * VISITORS_EACH;
                crowd.add(() -> visit(first));
            }
            for (Future<Void> done : executor.invokeAll(crowd)) {
                done.get();
            }
            isOver = true;
            copying.get();
        }
        assertEquals(THREADS * VISITORS_EACH, versions.size());
        assertEquals(Set.of(VIEWS), Set.copyOf(versions.values()));
    }

    private Void visit(int first) throws IOException, InterruptedException {
        for (int view = 0; view < VIEWS; view++) {
            Instant now = EVENING.plusMillis(view * 40L);
            for (int visitor = first; visitor < first + VISITORS_EACH; visitor++) {
                Fingerprint who = new Fingerprint("Browser", IpAddress.ofIPv4(visitor), SITE);
                String path = "/" + view;
                Referrer from = view == 0 ? new Referrer.Direct()
                        : new Referrer.From(new Page(SITE, "/" + (view - 1)));
                visitors.pageview(new PageviewReport(who, new Page(SITE, path), from, "", 0),
                        () -> new NewVisitor.Person(Client.UNKNOWN, "XX", Campaign.NONE), now);
                Optional<Attribution> found =
                        visitors.find(who, new Whereabouts.At(path), now, Duration.ZERO);
                assertEquals(view + 1, versions.get(found.orElseThrow().visit().session()));
            }
        }
        return null;
    }

    private Void copyAgainAndAgain() throws IOException {
        while (!isOver) {
            Set<UUID> before = Set.copyOf(versions.keySet());
            Set<UUID> copied = ConcurrentHashMap.newKeySet();
            visitors.copy(EVENING, (_, sessions) ->
                    sessions.forEach(session -> copied.add(session.visit().session())));
            assertTrue(copied.containsAll(before), () -> "some of " + before.size() + " sessions were not copied");
            Thread.yield();
        }
        return null;
    }
}
