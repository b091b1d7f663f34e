package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the records whose sync failed once more, as the beginning of a segment of its own. Nothing is written to the
/// old one any more, nor is it synced again: that would succeed without having done anything.
///
/* The segment gets its name when it is whole and on the disk. Its records take the place of those in the old one, so
 * with half of them a crash would cost the other half. */
final class Salvage {
    private final Disk disk;

    Salvage(Disk disk) {
        this.disk = disk;
    }

    /// A segment that is on the disk.
    ///
    /// @param end  where its last record ends
    /// @param last the place behind the last record of all
    record Saved(Disk.AppendFile file, long end, LogMark last) {}

    /// @param segment to begin
    /// @param first   the sequence number of the first of `records`, or of the first one to come
    /// @param records are given the frames of the new segment
    /// @param before  the place behind the last record of all as it was
    /// @throws IOException when it is not on the disk
    Saved save(Segment segment, long first, byte[] records, LogMark before) throws IOException {
        Path folder = segment.folder();
        Path aside = segment.file().resolveSibling(segment.file().getFileName() + Leftovers.ASIDE);
        Files.deleteIfExists(aside);
        Disk.AppendFile file = disk.open(aside);
        try {
            Saved saved = write(file, segment, first, records, before);
            file.sync();
            disk.rename(aside, segment.file());
            disk.syncFolder(folder);
            return saved;
        } catch (IOException e) {
            file.close();
            Files.deleteIfExists(aside);
            throw e;
        }
    }

    private static Saved write(Disk.AppendFile file, Segment segment, long first, byte[] records, LogMark before)
            throws IOException {
        Frame frame = new Frame(segment.number());
        LogMark last = before;
        for (int at = 0, size; at < records.length; at += size) {
            size = Frame.sizeAt(records, at);
            long sequence = Frame.sequenceAt(records, at);
            last = new LogMark(sequence, segment.number(), frame.seal(records, at, size, sequence));
        }
        file.write(new SegmentHeader(segment.number(), first).encode(), SegmentHeader.SIZE);
        file.write(records, records.length);
        return new Saved(file, SegmentHeader.SIZE + records.length, last);
    }
}
