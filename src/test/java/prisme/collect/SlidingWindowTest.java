package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.ip.IpAddress;

class SlidingWindowTest {
    private static final long MEGABYTE = 1 << 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final IpAddress CLIENT = address("203.0.113.7");

    @Test
    void admitsOneMoreExactlyWhenTheFirstLeavesTheWindow() {
        SlidingWindow window = window(2, MINUTE);
        assertAdmitted(window, CLIENT, 0);
        assertAdmitted(window, CLIENT, 10 * SECOND);
        assertRefused(Duration.ofSeconds(50), window, CLIENT, 10 * SECOND);
        assertRefused(Duration.ofNanos(1), window, CLIENT, 60 * SECOND - 1);
        assertAdmitted(window, CLIENT, 60 * SECOND);
        assertRefused(Duration.ofSeconds(10), window, CLIENT, 60 * SECOND);
        assertAdmitted(window, CLIENT, 70 * SECOND);
    }

    @Test
    void forgetsWhoseWindowIsOverWhenItIsTended() {
        SlidingWindow window = window(2, MINUTE);
        assertAdmitted(window, CLIENT, 0);
        assertAdmitted(window, address("198.51.100.8"), 30 * SECOND);
        window.tend(60 * SECOND - 1);
        assertEquals(2, window.networks());
        window.tend(60 * SECOND);
        assertEquals(1, window.networks());
        window.tend(1000 * SECOND);
        assertEquals(0, window.networks());
        assertAdmitted(window, CLIENT, 0);
    }

    @Test
    void doesNotCountWhatItRefuses() {
        SlidingWindow window = window(1, MINUTE);
        assertAdmitted(window, CLIENT, 0);
        for (long now = 0; now < 60 * SECOND; now += SECOND / 2) {
            assertRefused(Duration.ofNanos(60 * SECOND - now), window, CLIENT, now);
        }
        assertAdmitted(window, CLIENT, 60 * SECOND);
    }

    @ParameterizedTest
    @CsvSource({"PT0.000000001S, 1", "PT0.999S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT59.5S, 60", "PT24H, 86400"})
    void tellsToRetryAfterWholeSecondsThatAreEnough(Duration retryAfter, long seconds) {
        assertEquals(seconds, new Admission.Refused(retryAfter).retryAfterSeconds());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 10, 15, 60, 1_000, SlidingWindow.MAX_EVENTS})
    void admitsABurstOfAllEventsAndAllOfThemAgainAfterTheWindow(int events) {
        SlidingWindow window = window(events, MINUTE);
        assertEquals(events, admitted(window, CLIENT, 0, events + 10));
        assertEquals(0, admitted(window, CLIENT, 60 * SECOND - 1, 10));
        assertEquals(events, admitted(window, CLIENT, 60 * SECOND, events + 10));
        assertEquals(events, admitted(window, CLIENT, 1_000 * SECOND, events + 10));
    }

    @Test
    void countsThe64OfIPv6AsOne() {
        SlidingWindow window = window(10, MINUTE);
        long admitted = IntStream.range(0, 10_000)
                .mapToObj(i -> new IpAddress(0x2001_0db8_0000_0001L, i * 0x9e3779b97f4a7c15L))
                .filter(client -> admitted(window, client, 0, 1) == 1)
                .count();
        assertEquals(10, admitted);
        assertAdmitted(window, address("2001:db8:0:2::1"), 0);
        assertAdmitted(window, address("2001:db8::1"), 0);
    }

    @Test
    void countsAMappedAddressAsTheIPv4AddressItIs() {
        SlidingWindow window = window(2, MINUTE);
        assertAdmitted(window, address("1.2.3.4"), 0);
        assertAdmitted(window, address("::ffff:1.2.3.4"), 0);
        assertRefused(MINUTE, window, address("1.2.3.4"), 0);
        assertRefused(MINUTE, window, address("::ffff:102:304"), 0);
        assertAdmitted(window, address("1.2.3.5"), 0);
        assertAdmitted(window, address("::1"), 0);
        assertAdmitted(window, address("::"), 0);
        assertRefused(MINUTE, window, address("::2"), 0);
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT1S", "3, PT1S", "8, PT1S", "60, PT1M", "60, PT1S", "500, PT1M", "9, PT24H"})
    void agreesWithTheNaiveWindow(int events, Duration length) {
        Random random = seeded();
        SlidingWindow window = window(events, length);
        NaiveWindow naive = new NaiveWindow(events, length.toMillis());
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            now += step(random, events, length.toMillis());
            IpAddress client = IpAddress.ofIPv4(random.nextInt(1 + random.nextInt(8)));
            Duration expected = Duration.ofMillis(naive.waitingTime(client, now));
            assertEquals(expected, waitingTime(window, client, now * MILLI), "at " + now + " ms");
        }
        assertEquals(0, window.forgotten());
    }

    /* Bursts, steps at about the allowed rate, the exact length of the window and its neighbours, and rarely months. */
    private static long step(Random random, int events, long window) {
        int kind = random.nextInt(400);
        if (kind == 0) {
            return random.nextLong(Duration.ofDays(60).toMillis());
        }
        if (kind < 10) {
            return window - 1 + random.nextInt(3);
        }
        return kind < 200 ? random.nextLong(1 + window / events / 3) : 0;
    }

    @Test
    void neverAdmitsMoreInAnyWindowToTheNanosecondAndIsLessThanAMillisecondLate() {
        Random random = seeded();
        SlidingWindow window = window(3, Duration.ofSeconds(1));
        List<Long> admitted = new ArrayList<>(List.of(-SECOND, -SECOND, -SECOND));
        long now = 0;
        for (int i = 0; i < 50_000; i++) {
            now += random.nextLong(SECOND / 4);
            long waiting = waitingTime(window, CLIENT, now).toNanos();
            long fits = admitted.get(admitted.size() - 3) + SECOND;
            if (waiting == 0) {
                assertTrue(now >= fits, "admitted " + (fits - now) + " ns early");
                admitted.add(now);
            } else {
                assertEquals(MILLI / 2.0, now + waiting - fits, MILLI / 2.0, "nanoseconds late");
            }
        }
        assertTrue(admitted.size() > 10_000);
    }

    @Test
    void staysRightThroughYears() {
        SlidingWindow window = window(2, Duration.ofDays(1));
        long day = Duration.ofDays(1).toNanos();
        for (long at = 0; at < 20 * 365; at++) {
            assertAdmitted(window, CLIENT, at * day);
            assertAdmitted(window, CLIENT, at * day + 1_000 * SECOND);
            assertRefused(Duration.ofNanos(day - 2_000 * SECOND), window, CLIENT, at * day + 2_000 * SECOND);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {24, 25, 49, 50, 99, 100, 365, 10_000})
    void forgetsWhatHappenedDaysAgoWhateverTheTimesLookLike(long days) {
        SlidingWindow window = window(1, Duration.ofDays(1));
        long later = Duration.ofDays(days).toNanos();
        assertAdmitted(window, CLIENT, 5 * SECOND);
        assertAdmitted(window, CLIENT, later);
        assertRefused(Duration.ofDays(1), window, CLIENT, later);
        assertAdmitted(window, CLIENT, later + Duration.ofMillis(1L << Integer.SIZE).toNanos());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void worksWhereverTheClockStarts(long start) {
        SlidingWindow window = new SlidingWindow(1, MINUTE, MEGABYTE, start);
        assertAdmitted(window, CLIENT, start);
        assertRefused(Duration.ofNanos(1), window, CLIENT, start + 60 * SECOND - 1);
        assertAdmitted(window, CLIENT, start + 60 * SECOND);
    }

    @Test
    void standsStillWhileTheClockIsBehind() {
        SlidingWindow window = window(2, MINUTE);
        assertAdmitted(window, CLIENT, 100 * SECOND);
        assertAdmitted(window, CLIENT, 30 * SECOND);
        assertRefused(MINUTE, window, CLIENT, -500 * SECOND);
        assertRefused(Duration.ofSeconds(1), window, CLIENT, 159 * SECOND);
        assertEquals(2, admitted(window, CLIENT, 160 * SECOND, 3));
    }

    @Test
    void remembersNobodyWhoseWindowIsOver() {
        SlidingWindow window = window(60, MINUTE);
        for (int i = 0; i < 10_000; i++) {
            window.ask(IpAddress.ofIPv4(i), i * 12 * MILLI);
        }
        assertEquals(5_000, window.networks(), 100);
        assertEquals(0, window.forgotten());
    }

    @Test
    void refusesToBeMadeOutOfBounds() {
        for (int events : List.of(Integer.MIN_VALUE, 0, SlidingWindow.MAX_EVENTS + 1)) {
            assertThrows(IllegalArgumentException.class, () -> window(events, MINUTE));
        }
        for (Duration length : List.of(Duration.ZERO, MINUTE.negated(), SlidingWindow.MAX_WINDOW.plusNanos(1))) {
            assertThrows(IllegalArgumentException.class, () -> window(1, length));
        }
        long least = SlidingWindow.leastMemory(1_000);
        assertThrows(IllegalArgumentException.class, () -> new SlidingWindow(1_000, MINUTE, least - 1, 0));
        assertEquals(1_000, admitted(new SlidingWindow(1_000, MINUTE, least, 0), CLIENT, 0, 2_000));
    }

    private static SlidingWindow window(int events, Duration length) {
        return new SlidingWindow(events, length, 16 * MEGABYTE, 0);
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    private static long admitted(SlidingWindow window, IpAddress client, long now, int requests) {
        return IntStream.range(0, requests).filter(_ -> waitingTime(window, client, now).isZero()).count();
    }

    private static void assertAdmitted(SlidingWindow window, IpAddress client, long now) {
        assertInstanceOf(Admission.Admitted.class, window.ask(client, now));
    }

    private static void assertRefused(Duration retryAfter, SlidingWindow window, IpAddress client, long now) {
        assertEquals(new Admission.Refused(retryAfter), window.ask(client, now));
    }

    private static Duration waitingTime(SlidingWindow window, IpAddress client, long now) {
        return switch (window.ask(client, now)) {
            case Admission.Admitted() -> Duration.ZERO;
            case Admission.Refused(Duration retryAfter) -> retryAfter;
        };
    }

    private static Random seeded() {
        long seed = System.nanoTime();
        System.out.println("SlidingWindowTest: seed " + seed);
        return new Random(seed);
    }
}
