package prisme.collect;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import prisme.ip.IpAddress;

/// Limits how many requests one client network may send, with an exact sliding window.
///
/// In any stretch of time [t, t + window) at most `events` requests of one network are admitted; a request that comes
/// when the last window holds fewer is admitted at once. Refused requests do not count. A network is an IPv4 address or
/// an IPv6 /64 ([IpAddress#network()]). Thread-safe.
///
/// **How it works.** Nothing is estimated: the times of the admissions of the last window are kept for each network,
/// and a request is admitted if there are fewer than `events`. A keyed hash ([SipHash]) spreads the networks over at
/// most 16 stripes ([Stripe]), each with its own lock and its own memory, which is arrays of ints, used in cells of 32
/// bytes. Times are kept in milliseconds, rounded so that no window holds too many; a client may have to wait up to a
/// millisecond longer for that. When threads overtake each other between reading the clock and asking, the order in
/// which they ask counts.
///
/// **What it costs.** 37 bytes for a network that has sent one or two requests, 75 for three to seven, 385 for 60, so
/// 16 MB remember 450,000 networks. A call takes about 40 ns for a network asked for just before, 250 ns among 20,000,
/// and 500 to 850 ns when each of ten million addresses comes once and memory has long been full; all but the first
/// figure is dominated by cache misses. Now and then a call also removes what has expired since: at most its whole
/// stripe, which takes about a millisecond. A ninth of the memory is allocated at once, the rest when it is needed.
///
/// **When memory is full** of networks whose window is not over, one of those with the fewest admissions (to a power of
/// two) is forgotten: the one whose last admission is longest ago. A forgotten network starts again with an empty
/// history, so nobody is refused because of others, however many addresses they use. The price is exactness for the
/// forgotten: they may send as many requests more as were forgotten, which are the fewest possible. A client at its
/// limit cannot get its history forgotten by flooding the memory with addresses that come once or three times. It would
/// have to fill all memory with addresses that come about as often as itself, and would send many times more requests
/// from those than it gains.
public final class SlidingWindow {
    /// The largest number of events that a window can be limited to.
    public static final int MAX_EVENTS = 1_000_000;

    /// The longest window.
    public static final Duration MAX_WINDOW = Duration.ofDays(1);

    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int STRIPE_BITS = 4;

    /* In each stripe, at least this many addresses can be at their limit at the same time, if need be with fewer
     * stripes. */
    private static final int FULL_HISTORIES = 4;

    /* The heap of a stripe: its objects, and for each cell its ints, its bucket and its share of a chunk's header. */
    private static final int STRIPE_BYTES = 1024;
    private static final int CELL_BYTES = Cells.INTS * Integer.BYTES + Integer.BYTES + 1;
    private static final int MAX_CELLS = 1 << 27;

    private final SipHash hash = SipHash.random();
    private final long start;
    private final Stripe[] stripes;

    /// A limiter that has seen no requests yet.
    ///
    /// @param events admitted in each window, 1 to [#MAX_EVENTS]
    /// @param window its length, from a millisecond to [#MAX_WINDOW]; a fraction of a millisecond is rounded up
    /// @param memory how many bytes of heap to use at most, at least [#leastMemory]`(events)`; allocated as needed
    /// @param start the current [System#nanoTime]; earlier times are treated as this one
    /// @throws IllegalArgumentException if one of them is out of its bounds
    public SlidingWindow(int events, Duration window, long memory, long start) {
        requireBetween(1, MAX_EVENTS, events, "events");
        requireBetween(1, MAX_WINDOW.toMillis(), millis(window), "milliseconds of the window");
        requireBetween(leastMemory(events), Long.MAX_VALUE, memory, "bytes of memory");
        int count = stripes(events, memory);
        int cells = cells(memory / count);
        this.start = start;
        this.stripes = new Stripe[count];
        Arrays.setAll(stripes, _ -> new Stripe(events, (int) millis(window), cells, hash));
    }

    /// The fewest bytes with which one network can be limited exactly to so many events.
    public static long leastMemory(int events) {
        return STRIPE_BYTES + (long) CELL_BYTES * Stripe.cellsFor(events);
    }

    /// Judges a request from this address, and counts it if it is admitted.
    ///
    /// @param now the current [System#nanoTime]; should it run backwards, time stands still until it has caught up
    public Admission ask(IpAddress client, long now) {
        long key = key(client);
        long keyHash = hash.hash(key);
        int stripe = (int) (keyHash >>> (Long.SIZE - STRIPE_BITS)) & stripes.length - 1;
        return stripes[stripe].ask(key, keyHash, now - start);
    }

    /// Forgets every network whose window is over. Without a call of this, that happens with the next request.
    ///
    /// @param now the [System#nanoTime] of now
    public void tend(long now) {
        for (Stripe stripe : stripes) {
            stripe.tend(now - start);
        }
    }

    /// How many networks are remembered: those admitted within about one window.
    public long networks() {
        return sum(Stripe::networks);
    }

    /// How many networks have been forgotten before their window was over, because memory was full.
    public long forgotten() {
        return sum(Stripe::forgotten);
    }

    private long sum(ToLongFunction<Stripe> figure) {
        return Stream.of(stripes).mapToLong(figure).sum();
    }

    /* 64 bits are enough for a network of either version: 1.2.3.4 shares its key only with 0:ffff:102:304::/64, which
     * belongs to 0000::/8, reserved and never routed. A sender who could forge that could forge 1.2.3.4 as well. */
    private static long key(IpAddress client) {
        IpAddress network = client.network();
        return network.isIPv4() ? network.low() : network.high();
    }

    private static int stripes(int events, long memory) {
        int stripes = 1 << STRIPE_BITS;
        while (stripes > 1 && cells(memory / stripes) < FULL_HISTORIES * Stripe.cellsFor(events)) {
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
