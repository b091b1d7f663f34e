package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;

/// A segment that is written to. Its border is where its last whole record ends: anything written behind that is cut
/// off before the next write. Used by one thread at a time.
final class GrowingSegment implements Closeable {
    private static final int PROBE_SIZE = 4096;

    private final Segment segment;
    private final long firstSequence;
    private final Disk.AppendFile file;
    private final FileIdentity identity;
    private final Frame frame;
    private volatile long border;
    private boolean hasMoreThanRecords;

    /// @param firstSequence the sequence number of its first record, or of the first one to come
    /// @param file          opened at the border
    GrowingSegment(Segment segment, long firstSequence, Disk.AppendFile file, long border) throws IOException {
        this.segment = segment;
        this.firstSequence = firstSequence;
        this.file = file;
        this.identity = FileIdentity.at(segment.file());
        this.frame = new Frame(segment.number());
        this.border = border;
    }

    /// Begins a segment.
    ///
    /// @param firstSequence the sequence number of the first record to come
    /// @throws IOException when it cannot be begun; then its file does not exist
    static GrowingSegment begun(Segment segment, long firstSequence, Disk disk) throws IOException {
        Disk.AppendFile file = disk.open(segment.file());
        try {
            file.truncate(0);
            file.write(new SegmentHeader(segment.number(), firstSequence).encode(), SegmentHeader.SIZE);
            disk.syncFolder(segment.folder());
            return new GrowingSegment(segment, firstSequence, file, SegmentHeader.SIZE);
        } catch (IOException e) {
            file.close();
            tryToDelete(segment, e);
            throw e;
        }
    }

    /* The name may not have reached the disk, and must not be synced again: the next attempt creates the file anew. */
    private static void tryToDelete(Segment begun, IOException cause) {
        try {
            Files.deleteIfExists(begun.file());
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /// Goes on with a segment of an earlier process.
    ///
    /// @param next the sequence number of the next record
    static GrowingSegment found(Segment segment, long border, long next, Disk disk) throws IOException {
        Disk.AppendFile file = disk.open(segment.file());
        try {
            file.truncate(border);
            long first = SegmentHeader.of(segment)
                    instanceof SegmentHeader.Finding.Whole(SegmentHeader(var _, long stated)) ? stated : next;
            return new GrowingSegment(segment, first, file, border);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /// Whether the file still has its name, and all that was written to it. For any thread.
    boolean isThere() {
        return identity.isThere(border);
    }

    Segment segment() {
        return segment;
    }

    long firstSequence() {
        return firstSequence;
    }

    Disk.AppendFile file() {
        return file;
    }

    Frame frame() {
        return frame;
    }

    long size() {
        return border;
    }

    boolean isEmpty() {
        return border <= SegmentHeader.SIZE;
    }

    /// Writes whole records, all or none.
    ///
    /// @param durability told of them, and may refuse them
    void write(byte[] records, int size, Durability durability) throws IOException {
        hasMoreThanRecords = true;
        try {
            file.write(records, size);
            durability.afterWrite(file, records, size);
        } catch (IOException e) {
            tryToCutBack(e);
            throw e;
        }
        hasMoreThanRecords = false;
        border += size;
    }

    /// Finds out whether there is room for more records.
    ///
    /// @throws IOException when there is not
    void probe() throws IOException {
        cutBack();
        hasMoreThanRecords = true;
        try {
            /* Zeros are not a record: a reader, or a start after a crash at this moment, ignores them. */
            file.write(new byte[PROBE_SIZE], PROBE_SIZE);
        } catch (IOException e) {
            tryToCutBack(e);
            throw e;
        }
        cutBack();
    }

    /// Cuts off what is behind the last whole record.
    void cutBack() throws IOException {
        if (hasMoreThanRecords) {
            file.truncate(border);
            hasMoreThanRecords = false;
        }
    }

    /* If this fails too, the next write tries again first. */
    private void tryToCutBack(IOException cause) {
        try {
            cutBack();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    @Override public void close() throws IOException {
        file.close();
    }
}
