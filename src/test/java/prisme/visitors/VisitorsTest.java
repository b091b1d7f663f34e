package prisme.visitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Page;
import prisme.event.Referrer;
import prisme.ip.IpAddress;

class VisitorsTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final String SITE = "example.com";
    private static final Fingerprint ALICE = new Fingerprint("Alice/1.0", IpAddress.ofIPv4(1), SITE);
    private static final Fingerprint BOB = new Fingerprint("Bob/1.0", IpAddress.ofIPv4(1), SITE);

    private final List<Event.Pageview> stored = new ArrayList<>();
    private Visitors visitors = visitorsWith(new Visitors.Limits(DAY, 64, 1 << 20));
    private Instant now = Instant.parse("2026-03-01T12:00:00.123Z");

    @Test void beginsASessionWhenThereIsNone() throws IOException {
        view(ALICE, "/a", comingFrom("google.com", "/"));
        Event.Pageview first = stored.getFirst();
        assertEquals("/a", first.path());
        assertEquals("/a", first.visit().entryPath());
        assertEquals("google.com", first.visit().referrerDomain());
        assertEquals(1, first.version());
        assertEquals(7, first.visit().session().version());
        assertEquals(2, first.visit().session().variant());
        assertEquals(now.toEpochMilli(), first.visit().session().getMostSignificantBits() >>> 16);
        assertTrue(first.visitorId().matches("prisme_[0-9A-F]{32}"), first.visitorId());
    }

    @Test void movesTheSessionOnThatIsAtTheReferrer() throws IOException {
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        view(ALICE, "/c", fromPage("/b"));
        assertEquals(List.of("/a", "/b", "/c"), paths());
        assertEquals(List.of(1, 2, 3), versions());
        assertEquals(1, sessions());
        assertEquals("/a", stored.getLast().visit().entryPath());
        assertEquals("direct", stored.getLast().visit().referrerDomain());
    }

    @Test void movesOnFromAPageToItself() throws IOException {
        view(ALICE, "/a", direct());
        view(ALICE, "/a", fromPage("/a"));
        assertEquals(List.of(1, 2), versions());
    }

    @Test void takesAReloadForNoNewView() throws IOException {
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        assertInstanceOf(PageviewOutcome.ShownAgain.class, view(ALICE, "/b", fromPage("/a")));
        assertEquals(2, stored.size());
    }

    @Test void letsAReloadedPageGoOnAsASessionOfItsOwn() throws IOException {
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        view(ALICE, "/b", fromPage("/a"));
        view(ALICE, "/c", fromPage("/b"));
        view(ALICE, "/d", fromPage("/b"));
        assertEquals(List.of("/a", "/b", "/c", "/d"), paths());
        assertEquals(List.of(1, 2, 3, 1), versions());
        assertEquals(2, sessions());
        assertEquals("/b", stored.getLast().visit().entryPath());
        assertEquals(stored.getFirst().visitorId(), stored.getLast().visitorId());
    }

    @Test void forksASessionWhosePageIsOpenedFromElsewhere() throws IOException {
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        assertInstanceOf(PageviewOutcome.ShownAgain.class, view(ALICE, "/b", direct()));
        view(ALICE, "/c", fromPage("/b"));
        view(ALICE, "/d", fromPage("/b"));
        assertEquals(List.of(1, 2, 3, 3), versions());
        assertEquals(2, sessions());
        assertEquals("/a", stored.getLast().visit().entryPath());
    }

    @Test void beginsAnewForAnInternalReferrerThatNoSessionIsAt() throws IOException {
        view(ALICE, "/a", fromPage("/gone"));
        assertEquals(SITE, stored.getFirst().visit().referrerDomain());
        view(ALICE, "/b", fromPage("/gone"));
        assertEquals(2, sessions());
    }

    @Test void movesTheSessionCreatedFirst() throws IOException {
        view(ALICE, "/a", comingFrom("one.example", "/"));
        view(ALICE, "/x", comingFrom("two.example", "/"));
        view(ALICE, "/a", fromPage("/x"));
        view(ALICE, "/b", fromPage("/a"));
        assertEquals("one.example", stored.getLast().visit().referrerDomain());
    }

    @Test void keepsDevicesAndSitesApart() throws IOException {
        Fingerprint aliceElsewhere = new Fingerprint(ALICE.userAgent(), ALICE.address(), "other.example");
        view(ALICE, "/a", direct());
        view(BOB, "/b", fromPage("/a"));
        view(aliceElsewhere, "/b", comingFrom("other.example", "/a"));
        assertEquals(3, sessions());
        assertEquals(3, stored.stream().map(Event::visitorId).distinct().count());
    }

    @Test void comparesHostsOfPagesWithTheirPort() throws IOException {
        view(ALICE, "/a", direct());
        view(ALICE, "/b", comingFrom("example.com:8080", "/a"));
        assertEquals(2, sessions());
    }

    @Test void givesASessionTheVisitorIdItIsTold() throws IOException {
        view(ALICE, "/a", direct());
        viewAs("alice", "/b", fromPage("/a"));
        view(ALICE, "/c", fromPage("/b"));
        assertEquals(List.of("alice", "alice"), stored.stream().skip(1).map(Event::visitorId).toList());
    }

    @Test void endsASessionAfterItsTimeWithoutAPageView() throws IOException {
        view(ALICE, "/a", direct());
        now = now.plus(DAY);
        view(ALICE, "/b", fromPage("/a"));
        now = now.plus(DAY).plusMillis(1);
        view(ALICE, "/c", fromPage("/b"));
        assertEquals(List.of(1, 2, 1), versions());
        assertEquals(2, sessions());
    }

    @Test void keepsASessionAliveForDaysThroughEveryChangeOfSalt() throws IOException {
        view(ALICE, "/0", direct());
        for (int hour = 23; hour < 24 * 10; hour += 23) {
            String before = paths().getLast();
            now = now.plus(Duration.ofHours(23));
            view(ALICE, "/" + hour, fromPage(before));
        }
        assertEquals(1, sessions());
        assertEquals(11, stored.size());
    }

    @Test void namesAVisitorAnewEveryDay() throws IOException {
        view(ALICE, "/a", direct());
        now = Instant.parse("2026-03-01T23:59:59.999Z");
        view(ALICE, "/b", direct());
        now = Instant.parse("2026-03-02T00:00:00Z");
        view(ALICE, "/c", direct());
        assertEquals(stored.get(0).visitorId(), stored.get(1).visitorId());
        assertNotEquals(stored.get(1).visitorId(), stored.get(2).visitorId());
    }

    @Test void findsASessionAgainWhenTheClockIsSetBack() throws IOException {
        view(ALICE, "/a", direct());
        now = now.minus(DAY);
        view(ALICE, "/b", fromPage("/a"));
        assertEquals(List.of(1, 2), versions());
    }

    @Test void refusesABotOnlyWhereASessionWouldBegin() throws IOException {
        view(ALICE, "/a", direct());
        assertInstanceOf(PageviewOutcome.Recorded.class, viewAsBot("/b", fromPage("/a")));
        assertEquals(new PageviewOutcome.FromBot("crawls"), viewAsBot("/z", direct()));
        assertEquals(2, stored.size());
    }

    @Test void dropsTheOldestSessionOfADeviceThatHasTooMany() throws IOException {
        visitors = visitorsWith(new Visitors.Limits(DAY, 2, 1 << 20));
        for (String path : List.of("/a", "/b", "/c")) {
            view(ALICE, path, direct());
        }
        view(ALICE, "/d", fromPage("/a"));
        view(ALICE, "/e", fromPage("/c"));
        assertEquals(List.of(1, 1, 1, 1, 2), versions());
    }

    @Test void movesNoSessionWhenAPageViewCouldNotBeStored() throws IOException {
        view(ALICE, "/a", direct());
        List<Event.Pageview> kept = List.copyOf(stored);
        isDiskFull = true;
        assertThrows(IOException.class, () -> view(ALICE, "/b", fromPage("/a")));
        assertThrows(IOException.class, () -> view(BOB, "/b", direct()));
        isDiskFull = false;
        assertEquals(kept, stored);
        view(ALICE, "/b", fromPage("/a"));
        assertEquals(List.of(1, 2), versions());
    }

    @Test void boundsTheMemoryOfSessionsByForgettingTheOldest() throws IOException {
        Visitors.Limits small = new Visitors.Limits(DAY, 64, 1 << 20);
        visitors = visitorsWith(small);
        for (int i = 0; i < 20_000; i++) {
            view(new Fingerprint("Browser " + i, ALICE.address(), SITE), "/" + "x".repeat(200), direct());
        }
        assertTrue(visitors.devices() > 1000 && visitors.devices() < 2000, "kept " + visitors.devices());
    }

    @Test void forgetsDevicesThatHaveBeenQuiet() throws IOException {
        visitors = visitorsWith(new Visitors.Limits(DAY, 64, 1 << 24));
        for (int i = 0; i < 1000; i++) {
            view(new Fingerprint("Browser " + i, ALICE.address(), SITE), "/", direct());
        }
        now = now.plus(DAY).plusSeconds(1);
        for (int i = 1000; i < 2000; i++) {
            view(new Fingerprint("Browser " + i, ALICE.address(), SITE), "/", direct());
        }
        assertTrue(visitors.devices() >= 1000 && visitors.devices() < 1100, "kept " + visitors.devices());
    }

    @Test void findsTheSessionOfAnEvent() throws Exception {
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        assertEquals(Optional.empty(), find(new Whereabouts.At("/a"), NOT_AT_ALL));
        assertEquals(stored.getLast().visit(), find(new Whereabouts.At("/b"), NOT_AT_ALL).orElseThrow().visit());
        assertEquals("/b", find(new Whereabouts.Anywhere(), NOT_AT_ALL).orElseThrow().path());
        assertEquals(Optional.empty(), find(new Whereabouts.AtOrRoot("/x"), NOT_AT_ALL));
    }

    @Test void prefersTheExactPageToTheRoot() throws Exception {
        view(ALICE, "/", direct());
        view(ALICE, "/a", direct());
        assertEquals("/a", find(new Whereabouts.AtOrRoot("/a"), NOT_AT_ALL).orElseThrow().path());
        assertEquals("/", find(new Whereabouts.AtOrRoot("/x"), NOT_AT_ALL).orElseThrow().path());
        assertEquals("/a", find(new Whereabouts.AtOrAnywhere("/a"), NOT_AT_ALL).orElseThrow().path());
    }

    @Test void findsTheMostRecentSessionAnywhere() throws Exception {
        view(ALICE, "/a", direct());
        now = now.plusSeconds(1);
        view(ALICE, "/b", direct());
        now = now.plusSeconds(1);
        view(ALICE, "/c", fromPage("/a"));
        assertEquals("/c", find(new Whereabouts.Anywhere(), NOT_AT_ALL).orElseThrow().path());
    }

    @Test void eventsOnAPageThatWasReloadedBelongToTheVisitThatIsStored() throws Exception {
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        for (int reload = 0; reload < 3; reload++) {
            now = now.plusSeconds(1);
            view(ALICE, "/b", reload == 1 ? direct() : fromPage("/a"));
        }
        for (Whereabouts where : List.of(new Whereabouts.At("/b"), new Whereabouts.Anywhere())) {
            assertEquals(new Attribution(stored.getFirst().visit(), stored.getFirst().visitorId(), "/b"),
                    find(where, NOT_AT_ALL).orElseThrow());
        }
    }

    @Test void eventsOnAPageThatOnlyACopyIsAtBelongToTheVisitThatWasCopied() throws Exception {
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        view(ALICE, "/b", fromPage("/a"));
        view(ALICE, "/c", fromPage("/b"));
        assertEquals(new Attribution(stored.getFirst().visit(), stored.getFirst().visitorId(), "/b"),
                find(new Whereabouts.At("/b"), NOT_AT_ALL).orElseThrow());
    }

    @Test void eventsOnAPageThatACopyHasMovedOnToBelongToIt() throws Exception {
        view(ALICE, "/a", direct());
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        view(ALICE, "/c", fromPage("/a"));
        assertNotEquals(stored.getFirst().visit(), stored.getLast().visit());
        assertEquals(stored.getLast().visit(), find(new Whereabouts.At("/c"), NOT_AT_ALL).orElseThrow().visit());
    }

    @Test void eventsBelongToAVisitAtTheirPageRatherThanToOneThatHasLeftACopyThere() throws Exception {
        view(ALICE, "/a", direct());
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        view(ALICE, "/y", direct());
        view(ALICE, "/a", fromPage("/y"));
        assertEquals(stored.getLast().visit(), find(new Whereabouts.At("/a"), NOT_AT_ALL).orElseThrow().visit());
    }

    @Test void eventsBelongToAVisitThatIsStoredAlsoWhenCopiesHaveTakenItsPlace() throws Exception {
        visitors = visitorsWith(new Visitors.Limits(DAY, 2, 1 << 20));
        for (int view = 0; view < 5; view++) {
            view(ALICE, "/a", direct());
        }
        assertEquals(1, stored.size());
        assertEquals(stored.getFirst().visit(), find(new Whereabouts.At("/a"), NOT_AT_ALL).orElseThrow().visit());
    }

    @Test void findsASessionOfYesterdayForAnEventOfToday() throws Exception {
        view(ALICE, "/a", direct());
        now = now.plus(Duration.ofHours(13));
        assertTrue(find(new Whereabouts.At("/a"), NOT_AT_ALL).isPresent());
        now = now.plus(Duration.ofHours(12));
        assertEquals(Optional.empty(), find(new Whereabouts.At("/a"), NOT_AT_ALL));
    }

    @Test void givesAnEventNoSessionThatIsOver() throws Exception {
        Duration ttl = Duration.ofMinutes(30);
        visitors = visitorsWith(new Visitors.Limits(ttl, 64, 1 << 20));
        view(ALICE, "/a", direct());
        now = now.plus(ttl).plusMillis(1);
        assertEquals(Optional.empty(), find(new Whereabouts.At("/a"), Duration.ofMillis(5)));
        assertEquals(Optional.empty(), find(new Whereabouts.Anywhere(), Duration.ofMillis(5)));
    }

    @Test @Timeout(60) void letsEventsWaitForTheirSession() throws Exception {
        FutureTask<Optional<Attribution>> event = waitingForA();
        FutureTask<Optional<Attribution>> another = waitingForA();
        view(BOB, "/a", direct());
        view(ALICE, "/z", direct());
        view(ALICE, "/a", direct());
        assertEquals(stored.getLast().visit(), event.get().orElseThrow().visit());
        assertEquals(stored.getLast().visit(), another.get().orElseThrow().visit());
    }

    /// An event on `/a` that is waiting for its session.
    private FutureTask<Optional<Attribution>> waitingForA() throws InterruptedException {
        FutureTask<Optional<Attribution>> event =
                new FutureTask<>(() -> find(new Whereabouts.At("/a"), Duration.ofSeconds(30)));
        Thread thread = Thread.ofVirtual().start(event);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        return event;
    }

    @Test void givesUpWaitingInTime() throws Exception {
        assertEquals(Optional.empty(), find(new Whereabouts.At("/a"), Duration.ofMillis(5)));
        assertEquals(0, visitors.devices());
    }

    private boolean isDiskFull;

    private Visitors visitorsWith(Visitors.Limits limits) {
        return new Visitors(limits, (pageview, _) -> {
            if (isDiskFull) {
                throw new IOException("disk full");
            }
            stored.add(pageview);
        });
    }

    private PageviewOutcome view(Fingerprint who, String path, Referrer referrer) throws IOException {
        return visitors.pageview(new PageviewReport(who, new Page(who.domain(), path), referrer, "", 200),
                () -> new NewVisitor.Person(Client.UNKNOWN, "XX", Campaign.NONE), now);
    }

    private void viewAs(String visitorId, String path, Referrer referrer) throws IOException {
        visitors.pageview(new PageviewReport(ALICE, new Page(SITE, path), referrer, visitorId, 200),
                () -> new NewVisitor.Person(Client.UNKNOWN, "XX", Campaign.NONE), now);
    }

    private PageviewOutcome viewAsBot(String path, Referrer referrer) throws IOException {
        return visitors.pageview(new PageviewReport(ALICE, new Page(SITE, path), referrer, "", 200),
                () -> new NewVisitor.Bot("crawls"), now);
    }

    private Optional<Attribution> find(Whereabouts where, Duration patience) throws InterruptedException {
        return visitors.find(ALICE, where, now, patience);
    }

    private static Referrer direct() {
        return new Referrer.Direct();
    }

    private static Referrer fromPage(String path) {
        return comingFrom(SITE, path);
    }

    private static Referrer comingFrom(String domain, String path) {
        return new Referrer.From(new Page(domain, path));
    }

    private List<String> paths() {
        return stored.stream().map(Event::path).toList();
    }

    private List<Integer> versions() {
        return stored.stream().map(Event.Pageview::version).toList();
    }

    private long sessions() {
        return stored.stream().map(pageview -> pageview.visit().session()).distinct().count();
    }
}
