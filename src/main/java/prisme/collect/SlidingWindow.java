package prisme.collect;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import prisme.ip.IpAddress;

/// Limits how many requests one client network may send: a true sliding window.
///
/// In any stretch of time [t, t + window) at most `events` requests of one network are admitted; one that comes when
/// the last window holds fewer is admitted at once. Refused requests do not count. A network is an IPv4 address or an
/// IPv6 /64 ([IpAddress#network()]). Safe for use by many threads.
///
/// **How it works.** Nothing is estimated: the times of the admissions of the last window are kept for each network,
/// and a request is admitted if there are fewer than `events`. A keyed hash ([SipHash]) spreads the networks over at
/// most 16 stripes ([Histories]), each with a lock and memory of its own, which is primitive ints in cells of 32
/// bytes. Time is kept in milliseconds, rounded so that no window holds too many; a client may have to wait a
/// millisecond longer for it. Threads that overtake each other between reading the clock and asking are taken in the
/// order in which they ask.
///
/// **What it costs.** 37 bytes for a network that has sent one or two requests, 75 for three to seven, 385 for 60, so
/// 16 MB remember 450,000 networks. A call takes about 40 ns for a network asked for just before, 250 ns among 20,000,
/// and 500 to 850 ns when each of ten million addresses comes once and memory has long been full: all but the first is
/// waiting for memory. Now and then a call also reclaims what the calls before it left behind: at most all of its
/// stripe, of the order of a millisecond. A ninth of the memory is taken at once, the rest as it is needed.
///
/// **When memory is full** of networks whose window is not over, one of those with the fewest admissions (to a power
/// of two) is forgotten, among them the one whose last admission is the longest ago. Being forgotten means to begin
/// with an empty history, so nobody is refused because of others, however many addresses they make up. What is given
/// up is exactness for the forgotten: they may get as many requests more as were forgotten, the fewest possible. A
/// client at its limit cannot flood its history away with addresses that come once or thrice; it has to fill all
/// memory with addresses that come about as often as itself, and has then sent many times more under those than it
/// gains.
public final class SlidingWindow {
    /// The most events a window can be limited to.
    public static final int MAX_EVENTS = 1_000_000;

    /// The longest window.
    public static final Duration MAX_WINDOW = Duration.ofDays(1);

    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int STRIPE_BITS = 4;

    /* Fewer stripes rather than less than so many addresses that can be at their limit at the same time in each. */
    private static final int FULL_HISTORIES = 4;

    /* Of a stripe: its objects, and for each cell its ints, its bucket and its part of a chunk's header. */
    private static final int STRIPE_BYTES = 1024;
    private static final int CELL_BYTES = Cells.INTS * Integer.BYTES + Integer.BYTES + 1;
    private static final int MAX_CELLS = 1 << 27;

    private final SipHash hash = SipHash.random();
    private final long start;
    private final Histories[] stripes;

    /// A window in which nobody has sent anything yet.
    ///
    /// @param events admitted in each window, 1 to [#MAX_EVENTS]
    /// @param window its length, from a millisecond to [#MAX_WINDOW]; a fraction of a millisecond is rounded up
    /// @param memory the most bytes of heap to use, at least [#leastMemory]`(events)`; taken as needed
    /// @param start the [System#nanoTime] of now; what is asked at earlier times is taken as asked now
    /// @throws IllegalArgumentException if one of them is out of its bounds
    public SlidingWindow(int events, Duration window, long memory, long start) {
        requireBetween(1, MAX_EVENTS, events, "events");
        requireBetween(1, MAX_WINDOW.toMillis(), millis(window), "milliseconds of the window");
        requireBetween(leastMemory(events), Long.MAX_VALUE, memory, "bytes of memory");
        int count = stripes(events, memory);
        int cells = cells(memory / count);
        this.start = start;
        this.stripes = new Histories[count];
        Arrays.setAll(stripes, _ -> new Histories(events, (int) millis(window), cells, hash));
    }

    /// The fewest bytes with which one network can be limited exactly to so many events.
    public static long leastMemory(int events) {
        return STRIPE_BYTES + (long) CELL_BYTES * Histories.cellsFor(events);
    }

    /// Judges a request that comes from this address now, and counts it if it is admitted.
    ///
    /// @param now the [System#nanoTime] of now. Should it run backwards, time stands still until it has caught up.
    public Admission ask(IpAddress client, long now) {
        long key = key(client);
        long keyHash = hash.hash(key);
        int stripe = (int) (keyHash >>> (Long.SIZE - STRIPE_BITS)) & stripes.length - 1;
        return stripes[stripe].ask(key, keyHash, now - start);
    }

    /// Forgets every network whose window is over, which otherwise happens when the next request is judged.
    ///
    /// @param now the [System#nanoTime] of now
    public void tend(long now) {
        for (Histories stripe : stripes) {
            stripe.tend(now - start);
        }
    }

    /// How many networks are remembered: those admitted within about one window.
    public long networks() {
        return sum(Histories::networks);
    }

    /// How many networks have been forgotten before their window was over, because memory was full.
    public long forgotten() {
        return sum(Histories::forgotten);
    }

    private long sum(ToLongFunction<Histories> figure) {
        return Stream.of(stripes).mapToLong(figure).sum();
    }

    /* 64 bits name a network of either version: what 1.2.3.4 shares its key with is 0:ffff:102:304::/64, which belongs
     * to 0000::/8, reserved and never routed. Who can make that up can make up 1.2.3.4 as well. */
    private static long key(IpAddress client) {
        IpAddress network = client.network();
        return network.isIPv4() ? network.low() : network.high();
    }

    private static int stripes(int events, long memory) {
        int stripes = 1 << STRIPE_BITS;
        while (stripes > 1 && cells(memory / stripes) < FULL_HISTORIES * Histories.cellsFor(events)) {
            stripes /= 2;
        }
        return stripes;
    }

    private static int cells(long memory) {
        return (int) Math.min(MAX_CELLS, (memory - STRIPE_BYTES) / CELL_BYTES);
    }

    private static long millis(Duration window) {
        return window.plusNanos(NANOS_PER_MILLI - 1).toMillis();
    }

    private static void requireBetween(long least, long most, long value, String what) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be from " + least + " to " + most + ", but is " + value);
        }
    }
}
