package prisme.store;

import java.nio.file.Files;
import java.nio.file.Path;

/// Whether the directory is still the one that was opened, and locked against others. People delete it, unpack a backup
/// over it or put another in its place while the server runs; what is written then would end up where nobody looks for
/// it, or in the files of another server. Safe for use by many threads.
final class Ownership {
    private final Path directory;
    private final DirectoryLock lock;
    private DirectoryInUse loss;

    Ownership(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /// Whether files in it may be created, changed and deleted.
    synchronized boolean isKept() {
        return loss == null && lock.isHeld();
    }

    /// Makes sure that the directory is ours. A lock that was deleted is taken again if the directory holds nothing but
    /// what we have written, or nothing at all. Once another process has taken the lock there is no way back: the files
    /// are not those we know any more.
    ///
    /// @param written the segment that is written to
    /// @throws StoreException when it is not ours
    synchronized void require(GrowingSegment written) throws StoreException {
        if (loss != null) {
            throw new StoreException(loss);
        }
        if (lock.isHeld()) {
            return;
        }
        if (Files.notExists(directory)) {
            throw new StoreException("the data directory " + directory
                    + " is gone, with the events in it: it was deleted or moved");
        }
        if (!written.isThere() && !Segment.allIn(directory).isEmpty()) {
            throw new StoreException("the data directory " + directory
                    + " is another one than at the start: start the server anew to go on with it");
        }
        regain();
    }

    /* If it is this process that has it open, our own directory was moved back a moment ago: that is no loss. */
    private void regain() throws StoreException {
        try {
            lock.regain();
        } catch (DirectoryInUse e) {
            loss = e.isOurs() ? null : e;
            throw e;
        }
    }
}
