package prisme.store;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Knows how long the oldest event has been waiting for a sync, and syncs as the policy says.
///
/// A sync that failed cannot be repeated: the kernel has reported the error and may have dropped what it could not
/// write, so a second one would succeed without having done anything. Hence no record is taken any more after it, until
/// those that were waiting for it are on the disk in another file.
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
    /// @param size of the records
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

    /// To be called when records were written to `file`, before anybody is told.
    ///
    /// @throws StoreException when they should be on the disk now and are not
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

    /// To be called when `file` gets no more bytes, and where bytes of another process may be in it.
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

    /// Closes a file, but not under the hands of one who syncs it.
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

    /// To be called when what was written is not there any more.
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

    /// Whether all records that wait for a sync are kept. They are not where nobody cares for one.
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

    /* Whatever is written while a sync runs may not be part of it, so it counts as waiting from then on. */
    private synchronized void sync(Supplier<Disk.AppendFile> file) throws StoreException {
        requireSound();
        long since = unsyncedSince.getAndSet(NOTHING);
        syncingSince = syncingSince == NOTHING ? since : syncingSince;  // else one before had too little memory to end
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
