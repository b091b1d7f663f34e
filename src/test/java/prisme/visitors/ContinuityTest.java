package prisme.visitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.DeviceId;
import prisme.event.Page;
import prisme.event.Referrer;
import prisme.http.LogLines;
import prisme.ip.IpAddress;

/// Visitors on a server that is restarted again and again, after an orderly stop or not.
class ContinuityTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String SITE = "example.com";
    private static final Fingerprint ALICE = new Fingerprint("Alice/1.0", IpAddress.ofIPv4(1), SITE);
    private static final Fingerprint BOB = new Fingerprint("Bob/1.0", IpAddress.ofIPv4(1), SITE);

    @TempDir Path directory;
    private final RememberedPageviews journal = new RememberedPageviews(1);
    private Visitors.Limits limits = new Visitors.Limits(DAY, 64, 1 << 20);
    private Visitors visitors;
    private Continuity continuity;
    private Instant now = Instant.parse("2026-03-01T12:00:00.123Z");

    @BeforeEach void start() {
        visitors = new Visitors(limits, journal, directory);
        continuity = Continuity.resume(visitors, journal, directory, now);
    }

    @Test void tellsOnceThatASnapshotCannotBeWritten() throws IOException {
        Path inTheWay = Files.createDirectories(directory.resolve(SessionFile.NAME + ".tmp/x"));
        try (LogLines log = new LogLines("prisme.visitors")) {
            viewAndTend("/a");
            viewAndTend("/b");
            assertEquals(1, log.all().size(), log.all()::toString);
            Files.delete(inTheWay);
            viewAndTend("/c");
            Files.createDirectories(inTheWay);
            viewAndTend("/d");
            assertEquals(2, log.all().size(), log.all()::toString);
        }
    }

    private void viewAndTend(String path) throws IOException {
        view(ALICE, path, direct());
        now = now.plus(Duration.ofMinutes(1));
        continuity.tend(now);
    }

    private void stopAndStart() {
        continuity.end(now);
        start();
    }

    private Path snapshot() {
        return directory.resolve(SessionFile.NAME);
    }

    @ParameterizedTest @ValueSource(booleans = {true, false})
    void aVisitGoesOnAfterAStopOfEitherKind(boolean isOrderly) throws IOException {
        view(ALICE, "/a", direct());
        viewAs("alice", "/b", fromPage("/a"));
        view(BOB, "/b", direct());
        if (isOrderly) {
            continuity.end(now);
        }
        start();
        view(ALICE, "/c", fromPage("/b"));
        assertEquals(journal.pageviews().getFirst().visit(), journal.last().visit());
        assertEquals(3, journal.last().version());
        assertEquals("alice", journal.last().visitorId());
        assertEquals(2, journal.sessions());
        assertEquals(isOrderly ? 0 : 3, journal.replayed());
    }

    @Test void afterAnOrderlyStopNothingIsReplayedHoweverOften() throws IOException {
        for (int i = 0; i < 30; i++) {
            view(ALICE, "/" + (i + 1), i == 0 ? direct() : fromPage("/" + i));
            stopAndStart();
        }
        assertEquals(30, journal.last().version());
        assertEquals(0, journal.replayed());
    }

    @Test void onlyWhatCameBehindTheSnapshotIsReplayed() throws IOException {
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        continuity.tend(now);
        assertEquals(2, continuity.covered());
        view(ALICE, "/c", fromPage("/b"));
        start();
        assertEquals(1, journal.replayed());
        assertEquals(2, continuity.covered());
        view(ALICE, "/d", fromPage("/c"));
        assertEquals(4, journal.last().version());
        assertEquals(1, journal.sessions());
    }

    @Test void sessionsComeBackInTheOrderOfTheirCreation() throws IOException {
        view(ALICE, "/a", comingFrom("one.example", "/"));
        view(ALICE, "/x", comingFrom("two.example", "/"));
        view(ALICE, "/a", fromPage("/x"));
        stopAndStart();
        view(ALICE, "/b", fromPage("/a"));
        assertEquals("one.example", journal.last().visit().referrerDomain());
        start();
        view(ALICE, "/b", fromPage("/a"));
        assertEquals("two.example", journal.last().visit().referrerDomain());
    }

    @Test void aSilentCopyIsInMemoryAlone() throws IOException {
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        view(ALICE, "/b", direct());
        assertEquals(2, visitors.sessions());
        stopAndStart();
        assertEquals(1, visitors.sessions());
        view(ALICE, "/c", fromPage("/b"));
        assertEquals(3, journal.last().version());
    }

    @Test void aSessionWhoseTimeIsOverDoesNotComeBack() throws IOException {
        view(ALICE, "/a", direct());
        continuity.end(now);
        now = now.plus(DAY).plusMillis(1);
        start();
        assertEquals(0, visitors.devices());
        Files.delete(snapshot());
        start();
        assertEquals(0, visitors.devices());
    }

    @Test void aSessionWhoseTimeIsOverLeavesTheFileAlsoWhenNobodyComes() throws IOException {
        view(ALICE, "/secret", direct());
        continuity.tend(now);
        assertTrue(snapshotHas("/secret"));
        now = now.plus(DAY).plusSeconds(1);
        continuity.tend(now);
        assertFalse(snapshotHas("/secret"));
    }

    private boolean snapshotHas(String text) throws IOException {
        return new String(Files.readAllBytes(snapshot()), StandardCharsets.ISO_8859_1).contains(text);
    }

    @Test void aVisitOfManyDaysGoesOnUnderTheSaltOfEachDay() throws IOException {
        view(ALICE, "/0", direct());
        for (int day = 1; day < 8; day++) {
            now = now.plus(Duration.ofHours(23));
            view(ALICE, "/" + day, fromPage("/" + (day - 1)));
            if (day % 2 == 0) {
                stopAndStart();
            } else {
                start();
            }
        }
        assertEquals(8, journal.last().version());
        assertEquals(1, journal.sessions());
    }

    @Test void anotherVisitOfYesterdayIsFoundThoughTodaysDeviceCameBackFirst() throws IOException {
        view(ALICE, "/a", direct());
        now = now.plus(Duration.ofHours(13));
        view(ALICE, "/x", direct());
        start();
        view(ALICE, "/b", fromPage("/a"));
        assertEquals(journal.pageviews().getFirst().visit(), journal.last().visit());
    }

    @Test void aSnapshotIsWrittenWhenItIsTime() throws IOException {
        continuity.tend(now);
        assertFalse(Files.exists(snapshot()), "nothing has happened");
        view(ALICE, "/a", direct());
        continuity.tend(now);
        assertEquals(1, continuity.covered());
        view(BOB, "/a", direct());
        now = now.plusSeconds(59);
        continuity.tend(now);
        assertEquals(1, continuity.covered());
        now = now.plusSeconds(1);
        continuity.tend(now);
        assertEquals(2, continuity.covered());
        for (int i = 0; i < 10; i++) {
            view(BOB, "/" + i, direct());
        }
        now = now.plusSeconds(4);
        continuity.tend(now);
        assertEquals(2, continuity.covered());
        now = now.plusSeconds(1);
        continuity.tend(now);
        assertEquals(12, continuity.covered(), "a segment was begun");
    }

    @Test void aClockThatIsSetBackDelaysNoSnapshot() throws IOException {
        view(ALICE, "/a", direct());
        continuity.tend(now);
        view(ALICE, "/b", fromPage("/a"));
        now = now.minus(DAY);
        continuity.tend(now);
        assertEquals(2, continuity.covered());
    }

    @Test void aSnapshotThatCannotBeWrittenCostsNothing() throws IOException {
        view(ALICE, "/a", direct());
        Path inTheWay = Files.createDirectories(directory.resolve(SessionFile.NAME + ".tmp/x"));
        continuity.tend(now);
        assertEquals(0, continuity.covered());
        continuity.end(now);
        Files.delete(inTheWay);
        start();
        view(ALICE, "/b", fromPage("/a"));
        assertEquals(2, journal.last().version());
        continuity.end(now);
        assertEquals(2, continuity.covered());
    }

    @Test void everyCutAndEveryFlippedBitOfTheSnapshotLeavesTheSessionsAsTheyWere() throws IOException {
        byte[] whole = snapshotOfThreeVisits();
        for (int at = 0; at < whole.length; at++) {
            assertSessionsWith(Arrays.copyOf(whole, at), "cut at " + at);
            for (int mask : new int[] {0x01, 0xff}) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) mask;
                assertSessionsWith(damaged, "byte " + at + " xor " + mask);
            }
        }
    }

    @Test void anyOtherBytesInPlaceOfTheSnapshotLeaveTheSessionsAsTheyWere() throws IOException {
        byte[] whole = snapshotOfThreeVisits();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(2 * whole.length)];
            random.nextBytes(bytes);
            System.arraycopy(whole, 0, bytes, 0, Math.min(bytes.length, random.nextInt(12)));
            assertSessionsWith(bytes, "seed " + seed);
        }
        assertSessionsWith(Arrays.copyOf(whole, whole.length + 1), "one byte more");
        assertSessionsWith(new byte[0], "nothing");
        Files.delete(snapshot());
        assertEquals(expected, positions());
        Files.createDirectory(snapshot());
        start();
        assertEquals(expected, positions());
    }

    @Test void aSnapshotOfALaterFormatIsRefusedAndLeftAsItIs() throws IOException {
        byte[] later = withVersion(snapshotOfThreeVisits(), 2);
        Files.write(snapshot(), later);
        String refusal = assertThrows(UncheckedIOException.class, this::start).getCause().getMessage();
        assertEquals(snapshot() + " has format version 2, but this Prisme knows 1 at most: use a newer Prisme",
                refusal);
        assertArrayEquals(later, Files.readAllBytes(snapshot()));
    }

    @Test void aSnapshotOfNoVersionThatEverWasLeavesTheSessionsAsTheyWere() throws IOException {
        byte[] whole = snapshotOfThreeVisits();
        assertSessionsWith(withVersion(whole, 0), "version 0");
        assertSessionsWith(withVersion(whole, -1), "version -1");
    }

    private static byte[] withVersion(byte[] whole, int version) {
        byte[] other = ByteBuffer.wrap(whole.clone()).putInt(8, version).array();
        CRC32C crc = new CRC32C();
        crc.update(other, 0, other.length - Integer.BYTES);
        return ByteBuffer.wrap(other).putInt(other.length - Integer.BYTES, (int) crc.getValue()).array();
    }

    @Test void yesterdaysSnapshotIsBroughtUpToDate() throws IOException {
        view(ALICE, "/a", direct());
        continuity.tend(now);
        byte[] old = Files.readAllBytes(snapshot());
        view(ALICE, "/b", fromPage("/a"));
        view(BOB, "/c", direct());
        stopAndStart();
        assertSessionsWith(old, "an old one");
    }

    @Test void yesterdaysSnapshotIsNoneWhenPageviewsBehindItAreGone() throws IOException {
        view(ALICE, "/a", direct());
        continuity.tend(now);
        byte[] old = Files.readAllBytes(snapshot());
        view(ALICE, "/b", fromPage("/a"));
        view(BOB, "/c", direct());
        journal.seal(2);
        Files.write(snapshot(), old);
        start();
        assertEquals(List.of("/c 1"), positions());
    }

    @Test void theSnapshotOfAnotherStoreIsNone(@TempDir Path elsewhere) throws IOException {
        RememberedPageviews other = new RememberedPageviews(2);
        Visitors others = new Visitors(limits, other, directory);
        others.pageview(new PageviewReport(ALICE, new Page(SITE, "/elsewhere"), direct(), "", 200), this::person, now);
        Continuity.resume(others, other, elsewhere, now).end(now);
        view(ALICE, "/a", direct());
        expected = positions();
        assertSessionsWith(Files.readAllBytes(elsewhere.resolve(SessionFile.NAME)), "of another store");
    }

    private List<String> expected = List.of();

    private byte[] snapshotOfThreeVisits() throws IOException {
        view(ALICE, "/a", direct());
        view(ALICE, "/b", fromPage("/a"));
        view(ALICE, "/x", direct());
        view(BOB, "/é", direct());
        expected = positions();
        continuity.end(now);
        return Files.readAllBytes(snapshot());
    }

    private void assertSessionsWith(byte[] file, String what) throws IOException {
        if (expected.isEmpty()) {
            expected = positions();
        }
        Files.write(snapshot(), file);
        start();
        assertEquals(expected, positions(), what);
    }

    /// Where each session is, and with how many page views.
    private List<String> positions() {
        List<String> positions = new ArrayList<>();
        visitors.copy(now, (DeviceId _, List<Session.State> states) ->
                states.forEach(state -> positions.add(state.latestPath() + " " + state.pageviews())));
        positions.sort(null);
        return positions;
    }

    @Test void pageviewsThatAreStoredWhileSessionsAreCopiedAreTakenUpOnce() throws IOException {
        for (int i = 0; i < 200; i++) {
            view(stranger(i), "/0", direct());
        }
        SessionFile file = new SessionFile(directory);
        int[] next = {0};
        file.write(journal.end(), copying -> visitors.copy(now, (id, states) -> {
            copying.of(id, states);
            for (int i = 0; i < 2; i++) {
                Fingerprint who = stranger(next[0]++ % 200);
                viewUnchecked(who, "/1", fromPage("/0"));
                viewUnchecked(who, "/2", fromPage("/1"));
            }
        }));
        List<String> live = positions();
        start();
        assertEquals(live, positions());
        assertTrue(journal.replayed() >= 400, "replayed " + journal.replayed());
    }

    @Test void visitsThatComeBackOnAnotherDayWhileSessionsAreCopiedAreNotMissed() throws IOException {
        for (int i = 0; i < 200; i++) {
            view(stranger(i), "/0", direct());
            view(stranger(i), "/x", direct());
        }
        now = now.plus(Duration.ofHours(13));
        SessionFile file = new SessionFile(directory);
        int[] next = {0};
        file.write(journal.end(), copying -> visitors.copy(now, (id, states) -> {
            copying.of(id, states);
            viewUnchecked(stranger(next[0]++ % 200), "/1", fromPage("/0"));
        }));
        start();
        for (int i = 0; i < 200; i++) {
            view(stranger(i), "/2", fromPage("/x"));
            assertEquals(2, journal.last().version(), "stranger " + i);
            view(stranger(i), "/3", fromPage(i < next[0] ? "/1" : "/0"));
            assertNotEquals(1, journal.last().version(), "stranger " + i);
        }
        assertEquals(400, journal.sessions());
    }

    @Test void aDeviceComesBackWithNoMoreSessionsThanItMayHaveNow() throws IOException {
        for (int i = 0; i < 5; i++) {
            view(ALICE, "/" + i, direct());
        }
        limits = new Visitors.Limits(DAY, 3, 1 << 20);
        stopAndStart();
        assertEquals(3, visitors.sessions());
        view(ALICE, "/next", fromPage("/2"));
        assertEquals(2, journal.last().version());
    }

    @Test void sessionsComeBackWithinTheMemoryTheyMayTake() throws IOException {
        for (int i = 0; i < 20_000; i++) {
            view(stranger(i), "/" + "x".repeat(200), direct());
        }
        int before = visitors.devices();
        stopAndStart();
        assertTrue(visitors.devices() > before * 9 / 10 && visitors.devices() <= before, visitors.devices() + " of "
                + before);
        assertTrue(Files.size(snapshot()) < limits.bytes(), "the file has " + Files.size(snapshot()));
        Files.delete(snapshot());
        start();
        assertTrue(visitors.devices() > before * 9 / 10 && visitors.devices() < before * 11 / 10, ""
                + visitors.devices());
        view(stranger(19_999), "/b", fromPage("/" + "x".repeat(200)));
        assertEquals(2, journal.last().version());
    }

    @Test void filesAreForTheOwnerAlone() throws IOException {
        view(ALICE, "/a", direct());
        continuity.end(now);
        for (String name : List.of(SessionFile.NAME, SaltFile.NAME)) {
            assertEquals("rw-------", PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(directory.resolve(name))));
        }
        assertEquals(2, directory.toFile().list().length, "nothing else is there");
    }

    @Test void whatACrashLeftOfANewFileIsTakenAway() throws IOException {
        view(ALICE, "/a", direct());
        continuity.end(now);
        for (String name : List.of(SessionFile.NAME, SaltFile.NAME)) {
            Files.write(directory.resolve(name + ".tmp"), new byte[] {1, 2, 3});
        }
        start();
        assertEquals(2, directory.toFile().list().length);
        view(ALICE, "/b", fromPage("/a"));
        assertEquals(2, journal.last().version());
    }

    @Test void whatACrashLeftOfTheFirstFileOfAllIsTakenAway() throws IOException {
        view(ALICE, "/a", direct());
        Path left = Files.write(directory.resolve(SessionFile.NAME + ".tmp"), new byte[] {1, 2, 3});
        start();
        assertFalse(Files.exists(left));
    }

    @Test void anEventFindsTheSessionOfBefore() throws Exception {
        view(ALICE, "/a", direct());
        start();
        Optional<Attribution> found = visitors.find(ALICE, new Whereabouts.At("/a"), now, Duration.ZERO);
        assertEquals(journal.last().visit(), found.orElseThrow().visit());
    }

    private static Fingerprint stranger(int number) {
        return new Fingerprint("Browser " + number, IpAddress.ofIPv4(number), SITE);
    }

    private void view(Fingerprint who, String path, Referrer referrer) throws IOException {
        visitors.pageview(new PageviewReport(who, new Page(SITE, path), referrer, "", 200), this::person, now);
    }

    private void viewAs(String visitorId, String path, Referrer referrer) throws IOException {
        visitors.pageview(new PageviewReport(ALICE, new Page(SITE, path), referrer, visitorId, 200), this::person, now);
    }

    private void viewUnchecked(Fingerprint who, String path, Referrer referrer) {
        try {
            view(who, path, referrer);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private NewVisitor person() {
        return new NewVisitor.Person(Client.UNKNOWN, "XX", Campaign.NONE);
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
}
