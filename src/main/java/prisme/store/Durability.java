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
/// the server is started again; what was stored before is in the kernel all the same, and is read back then.
final class Durability {
    private static final long NOTHING = Long.MIN_VALUE;

    private final SyncPolicy policy;
    private final LongSupplier nanoTime;
    private final AtomicLong unsyncedSince = new AtomicLong(NOTHING);
    private volatile long syncingSince = NOTHING;
    private volatile StoreException failure;
    private volatile Syncs syncs = new Syncs(0, Duration.ZERO);

    /// @param nanoTime the time, as [System#nanoTime()] has it
    Durability(SyncPolicy policy, LongSupplier nanoTime) {
        this.policy = policy;
        this.nanoTime = nanoTime;
    }

    /// To be called before bytes are written to `file`; waits for a sync that should have ended by now.
    ///
    /// @throws StoreException when a sync has failed
    void beforeWrite(Disk.AppendFile file) throws StoreException {
        requireSound();
        if (policy instanceof SyncPolicy.Every(var longest) && age() > longest.toNanos()) {
            sync(file);
        }
    }

    /// To be called when bytes were written to `file`, before anybody is told.
    ///
    /// @throws StoreException when they should be on the disk now and are not
    void afterWrite(Disk.AppendFile file) throws StoreException {
        switch (policy) {
            case SyncPolicy.Always() -> sync(file);
            case SyncPolicy.Never() -> { }
            case SyncPolicy.Every _ -> unsyncedSince.compareAndSet(NOTHING, nanoTime.getAsLong());
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
        failure = new StoreException("the log is closed");
    }

    private long age() {
        long oldest = syncingSince == NOTHING ? unsyncedSince.get() : syncingSince;
        return oldest == NOTHING ? 0 : nanoTime.getAsLong() - oldest;
    }

    /* Whatever is written while a sync runs may not be part of it, so it counts as waiting from then on. */
    private synchronized void sync(Supplier<Disk.AppendFile> file) throws StoreException {
        requireSound();
        syncingSince = unsyncedSince.getAndSet(NOTHING);
        long start = nanoTime.getAsLong();
        try {
            file.get().sync();
            syncingSince = NOTHING;
            syncs = new Syncs(syncs.count() + 1, syncs.time().plusNanos(nanoTime.getAsLong() - start));
        } catch (IOException e) {
            failure = new StoreException("the disk failed to take what was written; check it and start again", e);
            throw new StoreException(failure);
        }
    }

    /// The syncs that have succeeded.
    Syncs syncs() {
        return syncs;
    }

    /// @throws StoreException when a sync has failed
    void requireSound() throws StoreException {
        if (failure instanceof StoreException why) {
            throw new StoreException(why);
        }
    }
}
