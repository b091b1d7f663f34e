package prisme.store;

import java.io.IOException;
import java.util.List;
import prisme.columns.SealedPart.Contents;
import prisme.store.SegmentHeader.Finding;

/// Where the events of a segment end, once it is not written to any more: before those of the next segment.
///
/// @param successor the sequence number of the first event behind the segment; 0 where it is not known
/// @param isExact   whether the segment reaches up to that event; otherwise its last event is the last one that is
///                  found
record Bound(long successor, boolean isExact) {
    boolean isKnown() {
        return successor > 0;
    }

    /// The bound of a segment; unknown where the one that should tell is missing.
    ///
    /// @param segments all segments, by number
    /// @param index    of the segment among these
    static Bound behind(List<Segment> segments, int index) throws IOException {
        for (int i = index + 1; i < segments.size(); i++) {
            boolean isNext = segments.get(i).number() == segments.get(i - 1).number() + 1;
            if (!isNext) {
                return new Bound(0, false);
            }
            long said = segments.get(i).isSealed() ? inHead(segments.get(i)) : inHeader(segments.get(i));
            if (said > 0) {
                return new Bound(said, i == index + 1);
            }
            /* Where the header is damaged, the first record that can be read tells; records before it may be lost. */
            long found = segments.get(i).isSealed() ? 0 : firstRecord(segments.get(i));
            if (found > 0) {
                return new Bound(found, false);
            }
        }
        return new Bound(0, false);
    }

    /// The first sequence number in the header of a log; 0 when it cannot be read.
    static long inHeader(Segment log) throws StoreException {
        return SegmentHeader.of(log) instanceof Finding.Whole(SegmentHeader(var _, long first)) ? first : 0;
    }

    private static long inHead(Segment sealed) throws StoreException {
        return SealedHead.of(sealed) instanceof Contents.Known known ? known.firstSequence() : 0;
    }

    private static long firstRecord(Segment log) throws IOException {
        try (SegmentReader reader = new SegmentReader(log, SegmentReader.UNKNOWN, _ -> { })) {
            return reader.next() ? reader.sequence() : 0;
        }
    }
}
