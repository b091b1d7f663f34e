package prisme.visitors;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The salts that are still of use: today's, and those of the days on which a live session may have had its last page
/// view. A salt is forgotten `ttl` after the end of its day, so with a day's `ttl` at most 48 hours after it was made.
final class Salts {
    private static final long SECONDS_PER_DAY = 86_400;

    private final Duration ttl;
    private final SecureRandom random = new SecureRandom();
    /// Newest first; replaced as a whole.
    private volatile List<DailySalt> kept = List.of();

    /// @param ttl how long a session lives without a page view
    Salts(Duration ttl) {
        this.ttl = ttl;
    }

    /// The salts to look for a device with, that of the day of `now` first. Those of later days, which a clock that was
    /// set back leaves behind, come last.
    List<DailySalt> at(Instant now) {
        List<DailySalt> salts = kept;
        if (!isCurrent(salts, now)) {
            salts = rotate(now);
        }
        return salts;
    }

    private synchronized List<DailySalt> rotate(Instant now) {
        if (isCurrent(kept, now)) {
            return kept;
        }
        long today = dayOf(now);
        List<DailySalt> salts = new ArrayList<>(kept);
        salts.removeIf(salt -> isOver(salt, now));
        if (salts.stream().noneMatch(salt -> salt.day() == today)) {
            salts.add(newSalt(today));
        }
        salts.sort(Comparator.comparing((DailySalt salt) -> salt.day() > today)
                .thenComparing(DailySalt::day, Comparator.reverseOrder()));
        kept = List.copyOf(salts);
        return kept;
    }

    private boolean isCurrent(List<DailySalt> salts, Instant now) {
        return !salts.isEmpty() && salts.getFirst().day() == dayOf(now)
                && salts.stream().noneMatch(salt -> isOver(salt, now));
    }

    private boolean isOver(DailySalt salt, Instant now) {
        Instant end = Instant.ofEpochSecond((salt.day() + 1) * SECONDS_PER_DAY);
        return end.plus(ttl).isBefore(now);
    }

    private DailySalt newSalt(long day) {
        byte[] key = new byte[DailySalt.BYTES];
        random.nextBytes(key);
        return new DailySalt(day, key);
    }

    private static long dayOf(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS_PER_DAY);
    }
}
