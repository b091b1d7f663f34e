package prisme.visitors;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The salts that are still of use: today's, and those of the days on which a live session may have had its last page
/// view. A salt is forgotten `ttl` after the end of its day, so with a day's `ttl` at most 48 hours after it was made.
///
/* Each page view takes the sessions of its device along under the salt of its own day, see Visitors. So a session that
 * lasts for weeks does not keep the salts of weeks: the one of the day before is enough, if `ttl` is a day. */
final class Salts {
    private static final System.Logger LOGGER = System.getLogger("prisme.visitors");
    private static final long SECONDS_PER_DAY = 86_400;

    private final Duration ttl;
    private final Shelf shelf;
    private final SecureRandom random = new SecureRandom();
    /// Newest first; replaced as a whole.
    private volatile List<DailySalt> kept;
    private volatile List<DailySalt> onShelf;
    /// Why they cannot be kept; empty where they can.
    private String trouble = "";

    /// Where salts outlive the process.
    interface Shelf {
        /// Those that were kept last.
        List<DailySalt> load();

        /// Keeps these and no others.
        void keep(List<DailySalt> salts) throws IOException;
    }

    /// @param ttl   how long a session lives without a page view
    /// @param shelf where salts outlive the process
    Salts(Duration ttl, Shelf shelf) {
        this.ttl = ttl;
        this.shelf = shelf;
        this.kept = List.copyOf(shelf.load());
        this.onShelf = kept;
    }

    /// Salts that end with the process.
    static Shelf nowhere() {
        return new Shelf() {
            @Override public List<DailySalt> load() {
                return List.of();
            }

            @Override public void keep(List<DailySalt> salts) {
                /* They are in memory, and nowhere else. */
            }
        };
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

    /// Forgets what is over also while nobody comes, and tries again to keep what could not be kept.
    void tend(Instant now) {
        at(now);
        shelve();
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
        shelve();
        return kept;
    }

    private synchronized void shelve() {
        if (onShelf == kept) {
            return;
        }
        try {
            shelf.keep(kept);
            onShelf = kept;
            trouble = "";
        } catch (IOException e) {
            tell(e.toString());
        }
    }

    /* It is tried every second, and told once. */
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

    /* One from too far ahead as well: the clock was wrong when it was made, and might stay behind it for years. */
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
