package prisme.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes once more what a failed sync may have lost. Records become the beginning of a new segment. A segment that is
/// found at the start, and that a killed process may have left in the kernel alone, is replaced by a copy. Nothing is
/// written to the old file any more, nor is it synced again: that would succeed without having done anything.
///
/* The new segment gets its name when it is complete and on the disk. Its records replace those of the old one, so with
 * half of them a crash would cost the other half. */
final class Salvage {
    private static final int PIECE = 64 * 1024;

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
    /// @param records whole records, which get the frames of the new segment
    /// @param before  the place behind the last record of all as it was
    /// @throws IOException when it is not on the disk
    Saved save(Segment segment, long first, byte[] records, LogMark before) throws IOException {
        return place(segment, file -> write(file, segment, first, records, before));
    }

    /// Puts a copy of a segment in its place.
    ///
    /// @param size how many bytes it has
    /// @return the copy, at its end
    /// @throws IOException when it is not on the disk
    Disk.AppendFile copy(Segment segment, long size) throws IOException {
        return place(segment, file -> copy(segment, size, file));
    }

    /// Writes a file.
    private interface Contents<T> {
        T write(Disk.AppendFile file) throws IOException;
    }

    private <T> T place(Segment segment, Contents<T> contents) throws IOException {
        Path aside = segment.aside();
        Files.deleteIfExists(aside);
        Disk.AppendFile file = disk.open(aside);
        try {
            T written = contents.write(file);
            file.sync();
            disk.rename(aside, segment.file());
            disk.syncFolder(segment.folder());
            return written;
        } catch (IOException e) {
            file.close();
            Files.deleteIfExists(aside);
            throw e;
        }
    }

    private static Disk.AppendFile copy(Segment segment, long size, Disk.AppendFile copy) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = size;
        try (InputStream in = Files.newInputStream(segment.file())) {
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                copy.write(piece, read);
                left -= read;
            }
        }
        if (left != 0) {
            throw new IOException(segment.file() + " has not kept the " + size + " bytes it had");
        }
        return copy;
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
