package prisme.visitors;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The salts that are still needed: today's, and those of the days on which a live session may have had its last page
/// view. A salt is forgotten `ttl` after the end of its day; so if `ttl` is a day, at most 48 hours after it was made.
///
/* Each page view moves the sessions of its device to the salt of its own day, see Visitors. So a session that lasts for
 * weeks does not need the salts of all these weeks: if `ttl` is a day, that of the day before is enough. */
final class Salts {
    private static final System.Logger LOGGER = System.getLogger("prisme.visitors");
    private static final long SECONDS_PER_DAY = 86_400;

    private final Duration ttl;
    private final Storage storage;
    private final SecureRandom random = new SecureRandom();
    /// In the order of [#at(Instant)]. The list is replaced, never changed.
    private volatile List<DailySalt> kept;
    private volatile List<DailySalt> stored;
    /// Why the salts could not be stored the last time; empty if they could.
    private String trouble = "";

    /// Keeps salts beyond the end of the process.
    interface Storage {
        /// The salts that were kept last.
        List<DailySalt> load();

        /// Replaces the salts that are kept.
        void keep(List<DailySalt> salts) throws IOException;
    }

    /// @param ttl     how long a session lives without a page view
    /// @param storage keeps the salts beyond the end of the process
    Salts(Duration ttl, Storage storage) {
        this.ttl = ttl;
        this.storage = storage;
        this.kept = List.copyOf(storage.load());
        this.stored = kept;
    }

    /// A storage for salts that are lost with the process.
    static Storage nowhere() {
        return new Storage() {
            @Override public List<DailySalt> load() {
                return List.of();
            }

            @Override public void keep(List<DailySalt> salts) {
                /* They are only in memory. */
            }
        };
    }

    /// The salts under which a device may be known: that of the day of `now` first, then those of earlier days, the
    /// latest first. Salts of later days, which exist when the clock was set back, come last.
    List<DailySalt> at(Instant now) {
        List<DailySalt> salts = kept;
        if (!isCurrent(salts, now)) {
            salts = rotate(now);
        }
        return salts;
    }

    /// Forgets expired salts even if there are no requests, and tries again to store what could not be stored.
    void tend(Instant now) {
        at(now);
        store();
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
        store();
        return kept;
    }

    private synchronized void store() {
        if (stored == kept) {
            return;
        }
        try {
            storage.keep(kept);
            stored = kept;
            trouble = "";
        } catch (IOException e) {
            tell(e.toString());
        }
    }

    /* This is tried every second, but logged only once. */
    private void tell(String why) {
        if (!why.equals(trouble)) {
            trouble = why;
            LOGGER.log(System.Logger.Level.WARNING, () -> "the salts of today cannot be kept, which is tried again "
                    + "every second; after a restart, whoever is on a site now would count as somebody else: " + why);
        }
    }

    private boolean isCurrent(List<DailySalt> salts, Instant now) {
        for (DailySalt salt : salts) {
            if (isOver(salt, now)) {
                return false;
            }
        }
        return !salts.isEmpty() && salts.getFirst().day() == dayOf(now);
    }

    /* A salt from too far in the future is over as well: the clock was wrong when it was made, and it would otherwise
     * be kept for years. */
    private boolean isOver(DailySalt salt, Instant now) {
        Instant start = Instant.ofEpochSecond(salt.day() * SECONDS_PER_DAY);
        Instant end = start.plusSeconds(SECONDS_PER_DAY);
        return end.plus(ttl).isBefore(now) || start.minus(ttl).minusSeconds(SECONDS_PER_DAY).isAfter(now);
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
