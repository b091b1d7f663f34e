package prisme.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import prisme.columns.Sectors;

/// A disk that does as it is told: it takes so many bytes and then is full, refuses to open or to cut files, fails
/// to sync, has no memory for it, or hangs while it does.
final class FailingDisk implements Disk {
    private final Disk real = Disk.real();
    private volatile long room = Long.MAX_VALUE;
    private volatile boolean isWriteProtected;
    private volatile boolean opensFail;
    private volatile boolean cutsFail;
    private volatile boolean syncsFail;
    private volatile boolean isMemoryTaken;
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private final AtomicInteger syncs = new AtomicInteger();
    private final List<Path> folders = new CopyOnWriteArrayList<>();

    void hasRoomFor(long bytes) {
        room = bytes;
    }

    /// Takes no file that is not there yet.
    void writeProtect() {
        isWriteProtected = true;
    }

    void failOpens() {
        opensFail = true;
    }

    void failCuts() {
        cutsFail = true;
    }

    void failSyncs() {
        syncsFail = true;
    }

    /// Leaves too little memory for a sync until [#mend()].
    void takeMemory() {
        isMemoryTaken = true;
    }

    /// Lets every sync wait until [#mend()].
    void holdSyncs() {
        hold = new CountDownLatch(1);
    }

    void mend() {
        hold.countDown();
        room = Long.MAX_VALUE;
        opensFail = false;
        cutsFail = false;
        syncsFail = false;
        isMemoryTaken = false;
    }

    int syncs() {
        return syncs.get();
    }

    @Override public Sectors read(Path file) throws IOException {
        return real.read(file);
    }

    @Override public AppendFile open(Path file) throws IOException {
        if (opensFail) {
            throw new IOException("No space left on device");
        }
        return new FailingFile(real.open(file));
    }

    /// The folders that were synced, one name for every time.
    List<Path> folders() {
        return List.copyOf(folders);
    }

    @Override public void syncFolder(Path folder) throws IOException {
        folders.add(folder);
        real.syncFolder(folder);
    }

    @Override public void rename(Path from, Path to) throws IOException {
        real.rename(from, to);
    }

    @Override public boolean isWritable(Path folder) {
        return !isWriteProtected && real.isWritable(folder);
    }

    private final class FailingFile implements AppendFile {
        private final AppendFile file;

        private FailingFile(AppendFile file) {
            this.file = file;
        }

        @Override public void write(byte[] bytes, int length) throws IOException {
            int taken = (int) Math.min(room, length);
            file.write(bytes, taken);
            room -= taken;
            if (taken < length) {
                throw new IOException("No space left on device");
            }
        }

        @Override public void truncate(long size) throws IOException {
            if (cutsFail) {
                throw new IOException("Input/output error");
            }
            file.truncate(size);
        }

        @Override public void sync() throws IOException {
            syncs.incrementAndGet();
            awaitRelease();
            if (isMemoryTaken) {
                throw new OutOfMemoryError("for a test");
            }
            if (syncsFail) {
                throw new IOException("Input/output error");
            }
            file.sync();
        }

        private void awaitRelease() throws IOException {
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new IOException("interrupted while the disk hangs", e);
            }
        }

        @Override public void close() throws IOException {
            file.close();
        }
    }
}
