package prisme.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import prisme.store.SegmentHeader.Finding;

/// Hands out once more, in order of arrival, the page views that still know their device. Only segments that can hold
/// the wanted ones are read. Damaged records are left out without a report, as others report them.
final class Replay {
    /// How many records of a segment are read at most to find out from which time it is.
    private static final int SAMPLE = 2000;

    private final List<Segment> segments;

    /// @throws StoreException when the directory cannot be listed
    Replay(Path directory) throws StoreException {
        this.segments = Segment.in(directory);
    }

    /// Hands out the page views behind a mark.
    ///
    /// @return false, with nothing handed out, when the mark does not belong to this log, or records behind it are gone
    boolean behind(LogMark mark, LogReader.Sink sink) throws IOException {
        int first = first(mark);
        if (first == segments.size()) {
            return mark.equals(LogMark.BEGIN);
        }
        try (SegmentReader reader = reader(segments.get(first))) {
            if (!goTo(mark, reader)) {
                return false;
            }
            handOut(reader, end(first), sink);
        }
        from(first + 1, sink);
        return true;
    }

    /// Hands out the page views since a time, and perhaps some earlier ones.
    void since(Instant time, LogReader.Sink sink) throws IOException {
        int first = segments.size() - 1;
        while (first > 0 && !isBefore(time, segments.get(first))) {
            first--;
        }
        from(Math.max(first, 0), sink);
    }

    /* Where the segment of the mark is gone, the first one after it takes its place. */
    private int first(LogMark mark) {
        int first = 0;
        while (first < segments.size() && segments.get(first).number() < mark.segment()) {
            first++;
        }
        return first;
    }

    private static boolean goTo(LogMark mark, SegmentReader reader) throws IOException {
        if (reader.sequence() == mark.sequence()) {
            return true;
        }
        while (reader.sequence() < mark.sequence() && reader.next()) {
            continue;
        }
        return reader.sequence() == mark.sequence() && reader.mark().equals(mark);
    }

    private static boolean isBefore(Instant time, Segment segment) throws IOException {
        try (SegmentReader reader = reader(segment)) {
            for (int i = 0; i < SAMPLE && reader.next(); i++) {
                if (isOfDevice(reader)) {
                    return EventDecoder.time(reader.bytes(), reader.payload()) < time.toEpochMilli();
                }
            }
        }
        return false;
    }

    private void from(int first, LogReader.Sink sink) throws IOException {
        for (int i = first; i < segments.size(); i++) {
            try (SegmentReader reader = reader(segments.get(i))) {
                handOut(reader, end(i), sink);
            }
        }
    }

    /// The sequence number at which the next segment takes over.
    private long end(int i) throws StoreException {
        boolean isKnown = i + 1 < segments.size()
                && SegmentHeader.of(segments.get(i + 1)) instanceof Finding.Whole;
        return isKnown ? before(segments.get(i + 1)) + 1 : Long.MAX_VALUE;
    }

    private static void handOut(SegmentReader reader, long end, LogReader.Sink sink) throws IOException {
        while (reader.next() && reader.sequence() < end) {
            if (isOfDevice(reader)) {
                reader.decode(_ -> { }, sink);
            }
        }
    }

    private static boolean isOfDevice(SegmentReader reader) {
        return reader.bytes()[reader.payload()] == Kind.PAGEVIEW_OF_DEVICE.code();
    }

    private static SegmentReader reader(Segment segment) throws IOException {
        return new SegmentReader(segment, before(segment), _ -> { });
    }

    private static long before(Segment segment) throws StoreException {
        return SegmentHeader.of(segment) instanceof Finding.Whole(SegmentHeader(var _, long first))
                ? first - 1 : SegmentReader.UNKNOWN;
    }
}
