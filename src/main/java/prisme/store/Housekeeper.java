package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import prisme.store.Sealing.Outcome;
import prisme.threads.Rounds;

/// Seals segments that are full, and drops those that are too old, on a thread of its own that leaves most of the
/// machine to others.
public final class Housekeeper implements Closeable, Archive.Backlog {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_DROPS = Duration.ofHours(1);
    private static final long LONGEST_REST = Duration.ofMillis(20).toNanos();

    private final EventLog log;
    private final Sealing sealing;
    private final SpentLogs spent = new SpentLogs(System::nanoTime);
    private final Retention retention;
    private final InstantSource clock;
    private final Told told;
    private final ReentrantLock sealingLock = new ReentrantLock();
    private final AtomicLong sealed = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Rounds rounds = new Rounds(
            Thread.ofPlatform().name("prisme-store-housekeeper").priority(Thread.MIN_PRIORITY),
            this::round, new Rounds.Trouble(AFTER_FAILURE, this::tell));
    private Instant nextDrop = Instant.MIN;

    /// Who hears of what was found.
    ///
    /// @param damages  places that could not be read when a segment was sealed
    /// @param failures what kept a segment from being sealed or dropped; it is tried again
    public record Told(Consumer<Damage> damages, Consumer<Exception> failures) {}

    /// @param upTo  the highest sequence number that may be sealed; events behind it must keep their device
    /// @param clock tells how old events are
    public Housekeeper(EventLog log, LongSupplier upTo, Retention retention, InstantSource clock, Told told) {
        this.log = log;
        this.sealing = new Sealing(log.directory(), log::activeSegment, upTo, Disk.real());
        this.retention = retention;
        this.clock = clock;
        this.told = told;
    }

    /// Begins after a moment, as there is more urgent work during a start.
    public void start() {
        rounds.startAfter(BETWEEN_LOOKS);
    }

    /// How many segments were sealed since the start.
    public long sealed() {
        return sealed.get();
    }

    /// How many segments were dropped since the start.
    public long dropped() {
        return dropped.get();
    }

    /// Seals a segment at once, on the calling thread.
    @Override public boolean sealOne() throws IOException {
        return log.keepsDirectory() && seal(() -> !rounds.isEnding());
    }

    private Duration round() throws IOException {
        turn();
        return BETWEEN_LOOKS;
    }

    /// Does what is due: seals every segment that can be sealed, and drops what is too old. Does nothing in a directory
    /// that is not the log's any more.
    void turn() throws IOException {
        if (!log.keepsDirectory()) {
            return;
        }
        boolean hasSealed = false;
        while (!rounds.isEnding() && seal(new Throttle()::goesOn)) {
            hasSealed = true;
        }
        if (hasSealed || !clock.instant().isBefore(nextDrop)) {
            nextDrop = clock.instant().plus(BETWEEN_DROPS);
            dropped.addAndGet(retention.drop(log.directory(), clock.instant()));
        }
        deleteSpent();  // last, as one that cannot be deleted must not prevent anything else
    }

    private void deleteSpent() throws IOException {
        sealingLock.lock();
        try {
            spent.deleteOld();
        } finally {
            sealingLock.unlock();
        }
    }

    private boolean seal(Sealing.Pace pace) throws IOException {
        sealingLock.lock();
        try {
            if (sealing.sealOne(pace) instanceof Outcome.Sealed found) {
                spent.add(found.segment().other());
                found.damages().forEach(told.damages());
                sealed.incrementAndGet();
                return true;
            }
            return false;
        } finally {
            sealingLock.unlock();
        }
    }

    /// Pauses for as long as the work before took, unless somebody waits for the lock.
    private final class Throttle {
        private long since = System.nanoTime();

        boolean goesOn() {
            if (!sealingLock.hasQueuedThreads()) {
                LockSupport.parkNanos(Housekeeper.this, Math.min(System.nanoTime() - since, LONGEST_REST));
            }
            since = System.nanoTime();
            return !rounds.isEnding();
        }
    }

    private void tell(Throwable failure) {
        told.failures().accept(failure instanceof Exception known ? known
                : new IOException("there is not enough memory to seal a segment", failure));
    }

    /// Gives up what is under way, which the next start does again, and deletes the logs of sealed segments.
    @Override public void close() {
        rounds.close();
        sealingLock.lock();
        try {
            if (log.keepsDirectory()) {
                spent.deleteAll();
            }
        } catch (IOException e) {
            tell(e);
        } finally {
            sealingLock.unlock();
        }
    }
}
