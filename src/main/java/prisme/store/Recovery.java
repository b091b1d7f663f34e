package prisme.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import prisme.columns.SealedPart.Contents;
import prisme.store.SegmentHeader.Finding;

/// Finds the end of the log after a stop of any kind. Only the last segment is walked: an earlier one was complete and
/// synced before the next began, and is checked whenever it is read.
///
/// A tail without a whole record is cut off. Damage with records behind it is left as it is. So is a tail that the disk
/// cannot read: nobody knows which records are there, and it may become readable again, so the start is refused.
final class Recovery {
    private final Path directory;
    private final Disk disk;
    private final List<Damage> damages = new ArrayList<>();
    private long tornBytes;

    Recovery(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    /// Makes sure that this version knows the formats of all segments. For the time before any file is changed.
    ///
    /// @throws StoreException when one is of a later format, or cannot be read
    static void requireKnownFormats(Path directory) throws StoreException {
        for (Segment segment : Segment.allIn(directory)) {
            if (segment.isSealed()) {
                SealedHead.requireKnown(segment);
            } else {
                SegmentHeader.of(segment);
            }
        }
    }

    /// Where the log goes on.
    ///
    /// @param position where the next record begins; 0 when the segment has to be begun
    /// @param last     the place behind the last record
    record End(Segment segment, long position, LogMark last, RecoveryReport report) {}

    /// Finds the end, and cuts off a torn tail.
    ///
    /// @throws StoreException when a segment cannot be read or cut
    End run() throws StoreException {
        List<Segment> segments = Segment.allIn(directory);
        if (segments.isEmpty()) {
            return new End(Segment.numbered(1, directory), 0, LogMark.BEGIN,
                    new RecoveryReport(0, 0, 0, List.of()));
        }
        tellGaps(segments);
        Segment newest = segments.getLast();
        if (newest.isSealed()) {
            segments.add(Segment.numbered(newest.number() + 1, directory));
        }
        Segment active = segments.getLast();
        Found found = newest.isSealed() ? new Found(unknown(active), 0, 0) : walk(active, damages);
        LogMark last = last(segments, found);
        cut(active, found);
        RecoveryReport report = new RecoveryReport(segments.size(), last.sequence(), tornBytes, damages);
        return new End(active, found.end(), last, report);
    }

    /// The place behind the last record of all: where the last segment does not tell, an earlier one does.
    private LogMark last(List<Segment> segments, Found inLast) throws StoreException {
        LogMark last = inLast.last();
        for (int i = segments.size() - 2; i >= 0 && last.sequence() == SegmentReader.UNKNOWN; i--) {
            last = last(segments.get(i));
        }
        return last.sequence() == SegmentReader.UNKNOWN ? LogMark.BEGIN : last;
    }

    private LogMark last(Segment segment) throws StoreException {
        if (segment.isSealed()) {
            return SealedHead.of(segment) instanceof Contents.Known known
                    ? new LogMark(known.lastSequence(), segment.number(), 0) : unknown(segment);
        }
        return walk(segment, new ArrayList<>()).last();
    }

    private static LogMark unknown(Segment segment) {
        return new LogMark(SegmentReader.UNKNOWN, segment.number(), 0);
    }

    private void tellGaps(List<Segment> segments) {
        for (int i = 1; i < segments.size(); i++) {
            segments.get(i).missingAfter(segments.get(i - 1)).ifPresent(damages::add);
        }
    }

    /// @param last  the place behind the last record, as far as the segment tells
    /// @param end   where the last record ends; 0 when there is nothing to keep
    /// @param limit where the file ends
    private record Found(LogMark last, long end, long limit) {}

    private Found walk(Segment segment, List<Damage> told) throws StoreException {
        Finding header = SegmentHeader.of(segment);
        long before = header instanceof Finding.Whole(var whole) ? whole.firstSequence() - 1 : SegmentReader.UNKNOWN;
        try (SegmentReader reader = new SegmentReader(segment, disk.read(segment.file()), before,
                SegmentReader.WINDOW, told::add)) {
            LogMark last = new LogMark(before, segment.number(), 0);
            while (reader.next()) {
                last = reader.mark();
            }
            if (reader.hasUnreadableEnd()) {
                throw new StoreException("the disk cannot read the end of " + segment.file() + " from byte "
                        + reader.end() + " on; check it and start again (nothing was changed)");
            }
            boolean isEmpty = reader.sequence() == SegmentReader.UNKNOWN;
            if (header instanceof Finding.Damaged && !isEmpty) {
                told.addFirst(SegmentHeader.damaged(segment));
            }
            return new Found(last, isEmpty ? 0 : reader.end(), reader.limit());
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException("cannot read " + segment.file(), e);
        }
    }

    private void cut(Segment segment, Found found) throws StoreException {
        tornBytes = Math.max(0, found.limit() - found.end());
        if (tornBytes == 0) {
            return;
        }
        TornTail.keep(segment, found.end());
        try (Disk.AppendFile file = disk.open(segment.file())) {
            file.truncate(found.end());
            file.sync();
        } catch (IOException e) {
            throw new StoreException("cannot cut the torn end off " + segment.file(), e);
        }
    }
}
