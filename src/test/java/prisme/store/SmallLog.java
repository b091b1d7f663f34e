package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import prisme.event.Event;

/// A log with segments smaller than anybody would want, of page views three of which fit into one.
final class SmallLog implements Closeable {
    private final DirectoryLock lock;
    private final Ownership ownership;
    private final Tail tail;
    private final GroupCommit commit;

    SmallLog(Path directory) throws IOException {
        this(directory, new SyncPolicy.Never(), Disk.real());
    }

    SmallLog(Path directory, SyncPolicy policy, Disk disk) throws IOException {
        Recovery.End end = new Recovery(directory, disk).run();
        lock = DirectoryLock.on(directory);
        ownership = new Ownership(directory, lock);
        tail = new Tail(end, ownership, new Durability(policy, System::nanoTime),
                new Tail.Limits(SegmentHeader.SIZE + 3L * recordSize(), 1000), disk);
        commit = new GroupCommit(tail);
    }

    static int recordSize() {
        return EventEncoder.encode(StoredEvents.pageview("/0"), new Sender.Device(StoredEvents.DEVICE)).length;
    }

    /// Appends page views of `/0`, `/1`, ….
    void append(int count) throws StoreException {
        for (int i = 0; i < count; i++) {
            append("/" + i);
        }
    }

    void append(String path) throws StoreException {
        append(StoredEvents.pageview(path));
    }

    void append(Event.Pageview pageview) throws StoreException {
        commit.append(EventEncoder.encode(pageview, new Sender.Device(StoredEvents.DEVICE)));
    }

    GroupCommit commit() {
        return commit;
    }

    Ownership ownership() {
        return ownership;
    }

    Tail tail() {
        return tail;
    }

    /// Leaves everything as a process does that is killed.
    void kill() throws IOException {
        lock.close();
    }

    @Override public void close() throws IOException {
        try {
            commit.close();
        } finally {
            lock.close();
        }
    }
}
