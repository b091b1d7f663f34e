package prisme.store;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Knows how long the oldest event has been waiting for a sync, and syncs as the policy says.
///
/// A sync that failed cannot be repeated: the kernel has reported the error and may have dropped what it could not
/// write, so a second sync would succeed without having done anything. So after a failure no record is accepted until
/// those that were waiting for the sync are on the disk in another file.
final class Durability {
    private static final long NOTHING = Long.MIN_VALUE;

    private final SyncPolicy policy;
    private final LongSupplier nanoTime;
    private final Unsynced unsynced = new Unsynced();
    private final AtomicLong unsyncedSince = new AtomicLong(NOTHING);
    private volatile long syncingSince = NOTHING;
    private volatile StoreException failure;
    private volatile boolean isClosed;
    private volatile Syncs syncs = new Syncs(0, Duration.ZERO);

    /// @param nanoTime the time, as [System#nanoTime()] has it
    Durability(SyncPolicy policy, LongSupplier nanoTime) {
        this.policy = policy;
        this.nanoTime = nanoTime;
    }

    /// To be called before records are written to `file`; waits for a sync that should have ended by now.
    ///
    /// @param size of the records, in bytes
    /// @throws StoreException when a sync has failed
    void beforeWrite(Disk.AppendFile file, int size) throws StoreException {
        requireSound();
        if (policy instanceof SyncPolicy.Every(var longest)) {
            if (age() > longest.toNanos() || !unsynced.hasRoomFor(size)) {
                sync(file);
            }
            unsynced.reserve(size);
        }
    }

    /// To be called when records have been written to `file`, before they are acknowledged.
    ///
    /// @throws StoreException when they should be on the disk by now and are not
    void afterWrite(Disk.AppendFile file, byte[] records, int size) throws StoreException {
        switch (policy) {
            case SyncPolicy.Always() -> sync(file);
            case SyncPolicy.Never() -> { }
            case SyncPolicy.Every _ -> {
                unsynced.add(records, size);
                unsyncedSince.compareAndSet(NOTHING, nanoTime.getAsLong());
            }
        }
    }

    /// To be called when nothing more is written to `file`, and when it may hold what another process did not sync.
    void syncAll(Disk.AppendFile file) throws StoreException {
        if (!(policy instanceof SyncPolicy.Never)) {
            sync(file);
        }
    }

    /// Syncs when the oldest event has waited longer than `nanos`. For a thread that does not write.
    ///
    /// @param file what is written to at the time
    /// @throws StoreException when a sync has failed
    void syncIfOlder(long nanos, Supplier<Disk.AppendFile> file) throws StoreException {
        if (age() > nanos) {
            sync(file);
        }
    }

    /// Closes a file, but not while another thread syncs it.
    synchronized void close(Disk.AppendFile file) throws IOException {
        file.close();
    }

    void sync(Disk.AppendFile file) throws StoreException {
        sync(() -> file);
    }

    /// Syncs for the last time.
    void end(Disk.AppendFile file) throws StoreException {
        sync(file);
        isClosed = true;
    }

    /// To be called when the file that was written to is not there any more.
    ///
    /// @throws StoreException always, with `why` or what has failed before
    synchronized void lost(StoreException why) throws StoreException {
        requireSound();
        failure = why;
        requireSound();
    }

    /// Whether a sync has failed and what was waiting for it is not on the disk yet.
    boolean hasFailed() {
        return failure != null;
    }

    /// Whether the records that wait for a sync are kept in memory. They are not where nothing is ever synced.
    boolean keepsAll() {
        return !(policy instanceof SyncPolicy.Never);
    }

    /// What was waiting for the sync that failed, in order. It was acknowledged.
    byte[] unsynced() {
        return unsynced.records();
    }

    /// To be called when all that was waiting for the sync that failed is on the disk elsewhere.
    synchronized void saved() {
        unsynced.syncBegins();
        unsynced.syncSucceeded();
        syncingSince = NOTHING;
        unsyncedSince.set(NOTHING);
        failure = null;
    }

    private long age() {
        long oldest = syncingSince == NOTHING ? unsyncedSince.get() : syncingSince;
        return oldest == NOTHING ? 0 : nanoTime.getAsLong() - oldest;
    }

    /* What is written during a sync may not be part of it, so it counts as waiting from then on. */
    private synchronized void sync(Supplier<Disk.AppendFile> file) throws StoreException {
        requireSound();
        long since = unsyncedSince.getAndSet(NOTHING);
        syncingSince = syncingSince == NOTHING ? since : syncingSince;  // else an earlier sync ended for lack of memory
        unsynced.syncBegins();
        long start = nanoTime.getAsLong();
        try {
            file.get().sync();
            unsynced.syncSucceeded();
            syncingSince = NOTHING;
            syncs = new Syncs(syncs.count() + 1, syncs.time().plusNanos(nanoTime.getAsLong() - start));
        } catch (IOException e) {
            failure = new StoreException("the disk failed to take what was written; check it", e);
            throw new StoreException(failure);
        }
    }

    /// The syncs that have succeeded.
    Syncs syncs() {
        return syncs;
    }

    /// @throws StoreException when a sync has failed
    void requireSound() throws StoreException {
        if (isClosed) {
            throw new StoreException("the log is closed");
        }
        if (failure instanceof StoreException why) {
            throw new StoreException(why);
        }
    }
}
