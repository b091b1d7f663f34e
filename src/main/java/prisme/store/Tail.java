package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;

/// The end of the log: where records are written, and where the next segment begins when one is full. Used by one
/// thread at a time, except where it says otherwise.
final class Tail implements Closeable {
    private static final int PROBE_SIZE = 4096;

    private final Disk disk;
    private final Durability durability;
    private final Limits limits;
    private volatile Disk.AppendFile file;
    private volatile Segment segment;
    private long firstSequence;
    private Frame frame;
    private long border;
    private volatile LogMark last;
    private boolean hasMoreThanRecords;
    private boolean isBegunHere;

    /// When the next segment begins, unless this one is empty.
    ///
    /// @param bytes  the most a segment may have
    /// @param events the most a segment may have
    record Limits(long bytes, long events) {}

    /// @throws StoreException when the segment cannot be opened or begun
    Tail(Recovery.End end, Durability durability, Limits limits, Disk disk) throws StoreException {
        this.disk = disk;
        this.durability = durability;
        this.limits = limits;
        this.last = end.last();
        try {
            begin(end.segment(), end.position());
            if (end.position() > 0) {
                syncWhatWasThere();
            }
            firstSequence = SegmentHeader.of(segment)
                    instanceof SegmentHeader.Finding.Whole(SegmentHeader(var _, long first))
                            ? first : last.sequence() + 1;
        } catch (IOException e) {
            throw new StoreException("cannot write to " + end.segment().file(), e);
        }
    }

    /// Writes all records of a batch, or none.
    ///
    /// @throws IOException when they are not stored
    void write(Batch batch) throws IOException {
        durability.beforeWrite(file, batch.size());
        cutBack();
        if (border > SegmentHeader.SIZE && isTooMuch(batch)) {
            rotate();
        }
        int checksum = batch.seal(frame, last.sequence() + 1);
        hasMoreThanRecords = true;
        try {
            file.write(batch.bytes(), batch.size());
            durability.afterWrite(file, batch.bytes(), batch.size());
        } catch (IOException e) {
            tryToCutBack(e);
            throw e;
        }
        hasMoreThanRecords = false;
        border += batch.size();
        last = new LogMark(last.sequence() + batch.count(), segment.number(), checksum);
    }

    /* What a process that was killed had acknowledged is in the kernel, and maybe nowhere else; so is the segment's
     * name. */
    private void syncWhatWasThere() throws IOException {
        durability.syncAll(file);
        disk.syncFolder(segment.file().resolveSibling(""));
    }

    private boolean isTooMuch(Batch batch) {
        long events = last.sequence() + 1 - firstSequence;
        return border + batch.size() > limits.bytes() || events + batch.count() > limits.events();
    }

    /// The segment that is written to. For any thread.
    Segment segment() {
        return segment;
    }

    /// The place behind the last record that was written. For any thread.
    LogMark last() {
        return last;
    }

    /// Finds out whether records can be stored again, without storing any but those whose sync failed.
    ///
    /// @throws IOException when they cannot
    void probe() throws IOException {
        if (durability.hasFailed()) {
            goOnElsewhere();
        } else {
            probeRoom();
        }
    }

    private void probeRoom() throws IOException {
        durability.requireSound();
        cutBack();
        hasMoreThanRecords = true;
        try {
            /* Zeros are no record: a reader beside, or a start after a crash right now, ignores them. */
            file.write(new byte[PROBE_SIZE], PROBE_SIZE);
        } catch (IOException e) {
            tryToCutBack(e);
            throw e;
        }
        cutBack();
    }

    /// Syncs when the oldest event has waited longer than `nanos`. For a thread that does not write.
    void syncIfOlder(long nanos) throws StoreException {
        durability.syncIfOlder(nanos, () -> file);
    }

    /// Syncs what is there; later writes fail.
    @Override public void close() throws IOException {
        try {
            if (!durability.hasFailed()) {
                cutBack();
            }
            end();
        } finally {
            file.close();
        }
    }

    private void end() throws IOException {
        try {
            durability.end(file);
        } catch (StoreException e) {
            if (!durability.hasFailed() || !durability.keepsAll()) {
                throw e;
            }
            saveOr(e);
            durability.end(file);
        }
    }

    private void saveOr(StoreException failure) throws StoreException {
        try {
            goOnElsewhere();
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /* What was written behind the last record of the old segment, and not acknowledged, is not worth a cut there: it
     * has the sequence numbers of the new one. */
    private void goOnElsewhere() throws IOException {
        Disk.AppendFile failed = file;
        byte[] unsynced = durability.unsynced();
        long first = unsynced.length == 0 ? last.sequence() + 1 : Frame.sequenceAt(unsynced, 0);
        /* Where nothing of the segment is on the disk, not even its header, another takes its place. */
        Segment next = isBegunHere && first == firstSequence ? segment : next();
        Salvage.Saved saved = new Salvage(disk).save(next, first, unsynced, last);
        goOn(next, saved.file(), first, saved.end());
        isBegunHere = false;
        last = saved.last();
        hasMoreThanRecords = false;
        durability.saved();
        durability.close(failed);
    }

    private Segment next() {
        return Segment.numbered(segment.number() + 1, segment.file().resolveSibling(""));
    }

    private void cutBack() throws IOException {
        if (hasMoreThanRecords) {
            file.truncate(border);
            hasMoreThanRecords = false;
        }
    }

    /// If this fails too, the next write tries again first.
    private void tryToCutBack(IOException cause) {
        try {
            cutBack();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void rotate() throws IOException {
        Disk.AppendFile full = file;
        durability.syncAll(full);
        begin(next(), 0);
        durability.close(full);
    }

    private void begin(Segment begun, long position) throws IOException {
        Disk.AppendFile opened = disk.open(begun.file());
        try {
            opened.truncate(position);
            if (position == 0) {
                writeHeader(opened, begun);
            }
        } catch (IOException e) {
            opened.close();
            if (position == 0) {
                tryToDelete(begun, e);
            }
            throw e;
        }
        goOn(begun, opened, last.sequence() + 1, Math.max(position, SegmentHeader.SIZE));
        isBegunHere = position == 0;
    }

    /* A name that may not be on the disk is given anew, rather than synced again. */
    private static void tryToDelete(Segment begun, IOException cause) {
        try {
            Files.deleteIfExists(begun.file());
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void goOn(Segment at, Disk.AppendFile opened, long first, long end) {
        firstSequence = first;
        segment = at;
        frame = new Frame(at.number());
        file = opened;
        border = end;
    }

    private void writeHeader(Disk.AppendFile opened, Segment begun) throws IOException {
        opened.write(new SegmentHeader(begun.number(), last.sequence() + 1).encode(), SegmentHeader.SIZE);
        disk.syncFolder(begun.file().resolveSibling(""));
    }
}
