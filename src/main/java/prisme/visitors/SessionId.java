package prisme.visitors;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Makes the ids of sessions: UUIDs of version 7 (RFC 9562, section 5.7), which tell when they were made. The other 74
/// bits only have to differ, so an ordinary random generator does.
final class SessionId {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private SessionId() {}

    static UUID newAt(Instant now) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = now.toEpochMilli() << 16 | VERSION_7 | random.nextLong() & 0xfff;
        return new UUID(high, VARIANT | random.nextLong() >>> 2);
    }
}
