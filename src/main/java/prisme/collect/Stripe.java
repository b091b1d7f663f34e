package prisme.collect;

import java.time.Duration;

/// One stripe of a [SlidingWindow]: the admissions of the networks whose hash falls into it, guarded by one lock.
///
/// Whenever the clock advances, entries whose last admission has left the window are removed. So all times that are
/// kept are less than two windows old when they are read, and can be told apart modulo 2³² milliseconds (49 days).
final class Stripe {
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final int events;
    private final int window;
    private final Cells cells;
    private final AddressIndex index;
    private final AdmissionTimes times;
    private final LoadRanks ranks;

    private long nanos;
    private long millis;
    private long firstExpiry = NEVER;
    private int networks;
    private long forgotten;

    /// @param events how many requests of one network are admitted in a window, 1 to [AdmissionTimes#MAX_COUNT]
    /// @param window its length in milliseconds, less than 2³⁰
    /// @param capacity how many cells of memory there are, at least [#cellsFor]`(events)`
    /// @param hash the function that makes the `keyHash` that [#ask] is called with
    Stripe(int events, int window, int capacity, SipHash hash) {
        this.events = events;
        this.window = window;
        cells = new Cells(capacity);
        index = new AddressIndex(cells, hash, capacity);
        times = new AdmissionTimes(cells);
        ranks = new LoadRanks(cells, events);
    }

    /// The fewest cells with which one network can be limited exactly, whatever it sends.
    static int cellsFor(int events) {
        return LoadRanks.ranksFor(events) + AdmissionTimes.cellsFor(events);
    }

    /// Judges a request, and counts it if it is admitted.
    ///
    /// @param key     the network that sent it
    /// @param keyHash the key's hash
    /// @param now     nanoseconds since the start
    synchronized Admission ask(long key, long keyHash, long now) {
        advance(now);
        int entry = index.find(key, keyHash);
        if (entry == Cells.NONE) {
            begin(key, keyHash);
            return Admission.Admitted.INSTANCE;
        }
        dropExpired(entry);
        if (times.count(entry) == events) {
            return refusal(entry);
        }
        admit(entry);
        return Admission.Admitted.INSTANCE;
    }

    /// Forgets the networks whose window is over.
    ///
    /// @param now nanoseconds since the start
    synchronized void tend(long now) {
        advance(now);
    }

    synchronized int networks() {
        return networks;
    }

    synchronized long forgotten() {
        return forgotten;
    }

    private void advance(long now) {
        long before = millis;
        nanos = Math.max(nanos, now);
        millis = nanos / NANOS_PER_MILLI;
        if (millis - before > window) {
            clear();
        } else if (millis >= firstExpiry) {
            reclaim();
        }
    }

    private void clear() {
        cells.clear();
        ranks.clear();
        index.clear();
        networks = 0;
        firstExpiry = NEVER;
    }

    private void reclaim() {
        firstExpiry = NEVER;
        for (int rank = 0; rank < ranks.size(); rank++) {
            reclaim(rank);
        }
    }

    private void reclaim(int rank) {
        int entry = ranks.oldest(rank);
        while (entry != Cells.NONE && expired(times.newest(entry))) {
            remove(entry);
            entry = ranks.oldest(rank);
        }
        if (entry != Cells.NONE) {
            expireBy(times.newest(entry));
        }
    }

    private void begin(long key, long keyHash) {
        makeRoom();
        int entry = cells.take();
        index.add(entry, key, keyHash);
        times.begin(entry, stamp());
        ranks.add(entry, 1);
        expireBy(stamp());
        networks++;
    }

    private void admit(int entry) {
        ranks.remove(entry);
        if (times.full(entry)) {
            makeRoom();
        }
        times.append(entry, stamp());
        ranks.add(entry, times.count(entry));
    }

    private void makeRoom() {
        if (cells.exhausted()) {
            remove(ranks.leastLoaded());
            forgotten++;
        }
    }

    private void remove(int entry) {
        ranks.remove(entry);
        index.remove(entry);
        times.release(entry);
        cells.give(entry);
        networks--;
    }

    private void dropExpired(int entry) {
        while (expired(times.oldest(entry))) {
            times.dropOldest(entry);
        }
    }

    private Admission refusal(int entry) {
        long fits = millis + untilExpiry(times.oldest(entry));
        return new Admission.Refused(Duration.ofNanos(fits * NANOS_PER_MILLI - nanos));
    }

    /* Rounded up, while the time of asking is rounded down, so that admissions are never closer together than they
     * seem. */
    private int stamp() {
        return (int) Math.ceilDiv(nanos, NANOS_PER_MILLI);
    }

    private boolean expired(int stamp) {
        return untilExpiry(stamp) <= 0;
    }

    private void expireBy(int stamp) {
        firstExpiry = Math.min(firstExpiry, millis + untilExpiry(stamp));
    }

    /* The difference of two times modulo 2³² is right as long as they are less than 24 days apart. */
    private int untilExpiry(int stamp) {
        return stamp - (int) millis + window;
    }
}
