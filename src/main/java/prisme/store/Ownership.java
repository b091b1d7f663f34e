package prisme.store;

import java.nio.file.Files;
import java.nio.file.Path;

/// Whether the directory is still the one that was opened, and kept from others. People delete it, unpack a backup over
/// it or move another in its place while the server runs; whatever is written then goes where nobody looks for it, or
/// into the files of another server. Safe for use by many threads.
final class Ownership {
    private final Path directory;
    private final DirectoryLock lock;
    private DirectoryInUse loss;

    Ownership(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /// Whether files may be made, changed and deleted there.
    synchronized boolean isKept() {
        return loss == null && lock.isHeld();
    }

    /// Makes sure that it is. A lock that was deleted is taken anew where there is nothing but what we have written, or
    /// nothing at all. Where another process has taken it there is no way back: the files are no more those we know.
    ///
    /// @param written the segment that is written to
    /// @throws StoreException when it is not
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

    /* What we have open ourselves has come back a moment ago. */
    private void regain() throws StoreException {
        try {
            lock.regain();
        } catch (DirectoryInUse e) {
            loss = e.isOurs() ? null : e;
            throw e;
        }
    }
}
