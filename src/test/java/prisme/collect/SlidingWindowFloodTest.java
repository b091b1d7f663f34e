package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import prisme.ip.IpAddress;

/// A client that makes up millions of addresses, an honest visitor, and a greedy one who wants its history to be
/// forgotten.
class SlidingWindowFloodTest {
    private static final int EVENTS = 60;
    private static final int MEGABYTE = 1 << 20;
    private static final IpAddress HONEST = IpAddress.ofIPv4(0xcb007107);
    private static final IpAddress GREEDY = IpAddress.ofIPv4(0xcb007108);

    private final SlidingWindow window = new SlidingWindow(EVENTS, Duration.ofMinutes(1), MEGABYTE, 0);
    private int honestAdmitted;
    private int greedyAdmitted;

    @Test
    void tenMillionAddressesNeitherStopAnHonestVisitorNorHelpAGreedyOne() {
        flood(10_000_000, SlidingWindowFloodTest::madeUp);
        assertEquals(50, honestAdmitted);
        assertEquals(EVENTS, greedyAdmitted);
        assertTrue(window.forgotten() > 9_900_000);
        assertTrue(window.networks() < MEGABYTE / 37);
    }

    @Test
    void addressesThatComeThreeTimesDoNotHelpEither() {
        flood(1_000_000, number -> madeUp(number / 3));
        assertEquals(50, honestAdmitted);
        assertEquals(EVENTS, greedyAdmitted);
    }

    @Test
    void anHonestVisitorIsAdmittedEvenWhenMemoryIsFullOfAddressesAtTheirLimit() {
        flood(1_000_000, number -> madeUp(number / EVENTS));
        assertEquals(50, honestAdmitted);
        assertTrue(window.forgotten() > 10_000);
    }

    @Test
    void staysWithinItsMemory() {
        long before = heapInUse();
        SlidingWindow large = new SlidingWindow(EVENTS, Duration.ofMinutes(1), 32 * MEGABYTE, 0);
        for (int i = 0; i < 2_000_000; i++) {
            large.ask(madeUp(i), 0);
        }
        assertTrue(large.forgotten() > 1_000_000);
        assertEquals(31.5 * MEGABYTE, heapInUse() - before, MEGABYTE / 2.0);
    }

    /* A million requests in ten seconds of the clock, so that no window is over before the end of the longest flood. */
    private void flood(int requests, IntFunction<IpAddress> addresses) {
        for (int i = 0; i < requests; i++) {
            window.ask(addresses.apply(i), i * 5_000L);
            if (i % (requests / 50) == 0) {
                honestAdmitted += admitted(HONEST, i);
            }
            if (i % 1_000 == 0) {
                greedyAdmitted += admitted(GREEDY, i);
            }
        }
    }

    private int admitted(IpAddress client, int number) {
        return window.ask(client, number * 5_000L) instanceof Admission.Admitted ? 1 : 0;
    }

    private static IpAddress madeUp(int number) {
        int scattered = number * 0x9e3779b1;
        return number % 2 == 0 ? IpAddress.ofIPv4(scattered) : new IpAddress(0x2001_0db8L << 32 | scattered, number);
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
