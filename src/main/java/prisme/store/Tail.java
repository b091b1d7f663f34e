package prisme.store;

import java.io.Closeable;
import java.io.IOException;

/// The end of the log: the segment that records are written to. Goes on with another segment when this one is full, or
/// the disk failed to take it. Used by one thread at a time, unless stated otherwise.
final class Tail implements Closeable {
    private final Ownership ownership;
    private final Disk disk;
    private final Durability durability;
    private final Limits limits;
    private volatile GrowingSegment current;
    private volatile LogMark last;
    private boolean isBegunHere;
    private boolean mustRotate;

    /// When the next segment begins, unless this one is empty.
    ///
    /// @param bytes  the most bytes that a segment may have
    /// @param events the most events that a segment may have
    record Limits(long bytes, long events) {}

    /// @throws StoreException when the segment cannot be opened or begun
    Tail(Recovery.End end, Ownership ownership, Durability durability, Limits limits, Disk disk)
            throws StoreException {
        this.ownership = ownership;
        this.disk = disk;
        this.durability = durability;
        this.limits = limits;
        this.last = end.last();
        try {
            if (end.position() == 0) {
                begin(end.segment());
            } else {
                goOnWith(end);
            }
        } catch (IOException e) {
            throw new StoreException("cannot write to " + end.segment().file(), e);
        }
    }

    private void begin(Segment segment) throws IOException {
        current = GrowingSegment.begun(segment, last.sequence() + 1, disk);
        isBegunHere = true;
    }

    /* What a killed process had acknowledged may be in the kernel alone, and so may the name of the segment. */
    private void goOnWith(Recovery.End end) throws IOException {
        current = GrowingSegment.found(end.segment(), end.position(), last.sequence() + 1, disk);
        try {
            durability.syncAll(current.file());
            disk.syncFolder(end.segment().folder());
        } catch (IOException failure) {
            goOnWithCopy(failure);
        }
    }

    /* If this start failed here, the next one would sync the same bytes again, without effect and without an error. */
    private void goOnWithCopy(IOException failure) throws IOException {
        try {
            GrowingSegment failed = current;
            Disk.AppendFile copy = new Salvage(disk).copy(failed.segment(), failed.size());
            current = new GrowingSegment(failed.segment(), failed.firstSequence(), copy, failed.size());
            durability.saved();
            failed.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /// Writes all records of a batch, or none.
    ///
    /// @throws IOException when they are not stored
    void write(Batch batch) throws IOException {
        durability.beforeWrite(current.file(), batch.size());
        current.cutBack();
        if (!current.isEmpty() && isTooMuch(batch)) {
            mustRotate = true;
            rotate();
        }
        int checksum = batch.seal(current.frame(), last.sequence() + 1);
        current.write(batch.bytes(), batch.size(), durability);
        last = new LogMark(last.sequence() + batch.count(), segment().number(), checksum);
    }

    private boolean isTooMuch(Batch batch) {
        long events = last.sequence() + 1 - current.firstSequence();
        return current.size() + batch.size() > limits.bytes() || events + batch.count() > limits.events();
    }

    private void rotate() throws IOException {
        GrowingSegment full = current;
        requireThere();
        durability.syncAll(full.file());
        begin(next());
        mustRotate = false;
        durability.close(full.file());
    }

    private Segment next() {
        return Segment.numbered(segment().number() + 1, segment().folder());
    }

    /// The segment that is written to. For any thread.
    Segment segment() {
        return current.segment();
    }

    /// The place behind the last record that was written. For any thread.
    LogMark last() {
        return last;
    }

    /// Finds out whether records can be stored again, without storing any but those whose sync failed.
    ///
    /// @throws IOException when they cannot
    void probe() throws IOException {
        ownership.require(current);
        if (durability.hasFailed()) {
            goOnElsewhere();
        } else {
            durability.requireSound();
            probeCurrent();
        }
    }

    /* Where the next segment could not be begun, it does not help that there is room in this one. */
    private void probeCurrent() throws IOException {
        if (mustRotate) {
            rotate();
        }
        current.probe();
    }

    /* What was written behind the last record of the old segment, and not acknowledged, need not be cut off: it has
     * sequence numbers that the new segment repeats. */
    private void goOnElsewhere() throws IOException {
        GrowingSegment failed = current;
        ownership.require(failed);
        byte[] unsynced = durability.unsynced();
        long first = unsynced.length == 0 ? last.sequence() + 1 : Frame.sequenceAt(unsynced, 0);
        /* Where nothing of the segment is on the disk, not even its header, another takes its place. */
        Segment next = isBegunHere && first == failed.firstSequence() ? segment() : next();
        Salvage.Saved saved = new Salvage(disk).save(next, first, unsynced, last);
        current = new GrowingSegment(next, first, saved.file(), saved.end());
        isBegunHere = false;
        mustRotate = false;
        last = saved.last();
        durability.saved();
        durability.close(failed.file());
    }

    /// Makes sure that the directory is still ours, and that the segment that is written to still has its name and its
    /// bytes. Otherwise nobody would find what it holds, so no record is accepted until there is another segment. For
    /// any thread.
    ///
    /// @throws StoreException when the directory is not ours any more, or the segment is gone
    void requireThere() throws StoreException {
        GrowingSegment written = current;
        try {
            ownership.require(written);
        } catch (StoreException e) {
            durability.lost(e);
        }
        if (!written.isThere() && written == current) {
            durability.lost(new StoreException(written.segment().file()
                    + " is gone, with the events in it: it was deleted, moved, replaced or cut"));
        }
    }

    /// Syncs when the oldest event has waited longer than `nanos`. For a thread that does not write.
    void syncIfOlder(long nanos) throws StoreException {
        durability.syncIfOlder(nanos, () -> current.file());
    }

    /// Syncs and closes the segment; later writes fail.
    ///
    /// @throws IOException when not all that was acknowledged is on the disk
    @Override public void close() throws IOException {
        try {
            if (!durability.hasFailed()) {
                current.cutBack();
            }
            end();
        } finally {
            current.close();
        }
    }

    private void end() throws IOException {
        try {
            requireThere();
            durability.end(current.file());
        } catch (StoreException e) {
            if (!durability.hasFailed() || !durability.keepsAll()) {
                throw e;
            }
            saveOr(e);
            durability.end(current.file());
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
}
