package prisme.event;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// The ids of sessions: UUIDs of version 7 (RFC 9562, section 5.7), whose first 48 bits are the time at which they were
/// made. The 74 random bits only have to be unique, not unpredictable, so an ordinary random generator is enough.
public final class SessionId {
    private static final int START_SHIFT = 16;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private SessionId() {}

    public static UUID newAt(Instant now) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return of(now.toEpochMilli(), random.nextLong(), random.nextLong());
    }

    /// Makes an id from a time and random bits.
    ///
    /// @param start  the time, in milliseconds since 1970
    /// @param random random bits, of which the upper 12 are used
    /// @param more   random bits, of which the upper 62 are used
    public static UUID of(long start, long random, long more) {
        return new UUID(start << START_SHIFT | VERSION_7 | random >>> 52, VARIANT | more >>> 2);
    }

    /// When a session began, in milliseconds since 1970.
    ///
    /// @param high the most significant bits of its id
    public static long start(long high) {
        return high >>> START_SHIFT;
    }
}
