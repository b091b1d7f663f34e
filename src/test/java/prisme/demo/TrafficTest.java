package prisme.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import prisme.event.Event;
import prisme.event.EveryKind;

class TrafficTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int VIEWS = 30_000;

    private final List<Event> events = events(Traffic.of(7, START, 30, VIEWS));

    @Test void comesInOrderOfTimeAndInsideItsDays() {
        Instant last = START;
        for (Event event : events) {
            assertTrue(!event.at().isBefore(last), event::toString);
            last = event.at();
        }
        assertTrue(last.isBefore(START.plus(Duration.ofDays(30))));
        assertTrue(last.isAfter(START.plus(Duration.ofDays(29))));
    }

    @Test void repeatsItselfWithItsSeed() {
        assertEquals(events, events(Traffic.of(7, START, 30, VIEWS)));
        assertNotEquals(events, events(Traffic.of(8, START, 30, VIEWS)));
    }

    @Test void hasAboutAsManyPageViewsAsWereAskedForAndThreeAVisit() {
        double views = count(event -> event instanceof Event.Pageview);
        double visits = count(event -> event instanceof Event.Pageview view && view.version() == 1);
        assertEquals(1, views / VIEWS, 0.05);
        assertEquals(2.9, views / visits, 0.2);
    }

    @Test void numbersThePageViewsOfAVisitAndBeginsItWithTheFirst() {
        Map<UUID, Integer> versions = new HashMap<>();
        for (Event event : events) {
            UUID session = event.visit().session();
            if (event instanceof Event.Pageview view) {
                assertEquals(versions.merge(session, 1, Integer::sum), view.version());
                boolean isFirst = view.version() == 1;
                assertTrue(!isFirst || session.getMostSignificantBits() >>> 16 == view.at().toEpochMilli());
                assertTrue(!isFirst || view.path().equals(view.visit().entryPath()));
            }
            assertTrue(versions.containsKey(session), "something happened before the first page view");
        }
    }

    @Test void isOfEveryKindAndLeavesSomePagesMissing() {
        EveryKind.requireIn(events, "Traffic");
        assertTrue(count(event -> event instanceof Event.Pageview view && view.status() == 404) > 0);
    }

    @Test void letsSomeVisitorsReturnOnTheSameDayAndNoneOnAnother() {
        Map<String, Set<Long>> days = new HashMap<>();
        Map<String, Set<UUID>> visits = new HashMap<>();
        for (Event event : events) {
            if (event instanceof Event.Pageview view && view.version() == 1) {
                days.computeIfAbsent(view.visitorId(), _ -> new HashSet<>())
                        .add(view.at().getEpochSecond() / Duration.ofDays(1).toSeconds());
                visits.computeIfAbsent(view.visitorId(), _ -> new HashSet<>()).add(view.visit().session());
            }
        }
        assertTrue(days.values().stream().allMatch(set -> set.size() == 1));
        assertTrue(visits.values().stream().anyMatch(set -> set.size() > 1));
    }

    @Test void visitsTheFirstSiteTheMost() {
        List<Event> twoSites = events(new Traffic(1, START, 2, 2000, List.of("a.example", "b.example")));
        long first = twoSites.stream().filter(event -> event.visit().domain().equals("a.example")).count();
        assertTrue(first > twoSites.size() / 2 && first < twoSites.size());
    }

    private long count(Predicate<Event> kind) {
        return events.stream().filter(kind).count();
    }

    private static List<Event> events(Traffic traffic) {
        List<Event> events = new ArrayList<>();
        traffic.events().forEachRemaining(events::add);
        return events;
    }
}
