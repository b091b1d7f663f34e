package prisme.store;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Lets threads that append at the same time share their writes and syncs.
///
/* A thread that finds nobody writing writes for all that wait. There is no dedicated thread: to hand every record over
 * to one and be woken by it would cost more than the write. When the writing thread is done, it wakes one of those that
 * came meanwhile, but a thread that is running anyway may be quicker, and write for that one too. */
final class GroupCommit {
    /// The most bytes that may wait to be written. They are used up where events come in faster than the disk takes
    /// them.
    static final long MOST_WAITING = 8L * 1024 * 1024;

    private final Tail tail;
    private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private final Batch batch = new Batch();
    private final CurrentHealth health = new CurrentHealth();

    GroupCommit(Tail tail) {
        this.tail = tail;
    }

    /// Returns when the record is stored.
    ///
    /// @param record room for the frame, and then the payload
    /// @throws StoreException when it is not
    void append(byte[] record) throws StoreException {
        append(List.of(record));
    }

    /// Returns when all records are stored.
    ///
    /// @param records [Frame#MAX_SIZE] bytes at most
    /// @throws StoreException when none of them is
    void append(List<byte[]> records) throws StoreException {
        Pending mine = enqueue(new Pending(records));
        boolean wasInterrupted = false;
        while (!mine.isSettled()) {
            if (writing.tryLock()) {
                writeOnce();
            } else {
                LockSupport.park(this);
                wasInterrupted |= Thread.interrupted();
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        mine.requireStored();
    }

    /// Whether the last write succeeded.
    Health health() {
        return health.health();
    }

    /// Tries whether records can be stored again, if they could not be.
    void probe() {
        if (health() instanceof Health.Able) {
            return;
        }
        writing.lock();
        try {
            tail.probe();
            health.worked();
        } catch (IOException e) {
            failed(failure(e));
        } finally {
            release();
        }
    }

    /// Takes note of a failure that no append has met.
    void failed(StoreException why) {
        health.failed(why);
    }

    /// Waits for what is being written, and syncs; later appends fail.
    ///
    /// @throws IOException when not everything could be synced
    void close() throws IOException {
        writing.lock();
        try {
            tail.close();
        } finally {
            release();
        }
    }

    private Pending enqueue(Pending pending) throws StoreException {
        if (waitingBytes.addAndGet(pending.size()) > MOST_WAITING) {
            waitingBytes.addAndGet(-pending.size());
            throw new StoreException("more events come in than the disk takes");
        }
        waiting.add(pending);
        return pending;
    }

    /* Before it writes, a virtual thread lets others run that are ready: under load many of them have a record too, and
     * with one write for all of them an append costs less than half. Where none is ready, it goes on at once. */
    private void writeOnce() {
        try {
            if (Thread.currentThread().isVirtual()) {
                Thread.yield();
            }
            fill();
            if (!batch.isEmpty()) {
                write();
            }
        } finally {
            release();
        }
    }

    private void fill() {
        for (Pending next = waiting.peek(); next != null && batch.hasRoomFor(next); next = waiting.peek()) {
            batch.add(next);
            waiting.remove();
            waitingBytes.addAndGet(-next.size());
        }
    }

    private void write() {
        try {
            tail.write(batch);
        } catch (IOException e) {
            fail(failure(e));
            return;
        } catch (RuntimeException | Error e) {
            fail(new StoreException("an event could not be stored: " + e));
            throw e;
        }
        health.worked();
        batch.stored();
    }

    private void fail(StoreException why) {
        failed(why);
        batch.failed(why);
    }

    private static StoreException failure(IOException e) {
        return e instanceof StoreException already ? already : new StoreException("cannot store events", e);
    }

    private void release() {
        writing.unlock();
        Pending next = waiting.peek();
        if (next != null) {
            next.wake();
        }
    }
}
