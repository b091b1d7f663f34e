package prisme.store;

import java.io.IOException;
import java.util.function.Consumer;
import prisme.columns.Sectors;

/// Walks over the whole records of a segment, through a window of fixed size and up to where the segment ended when it
/// was opened. Anything that is not a record is skipped and reported, provided that a record follows; otherwise the
/// walk ends before it. What the disk cannot read is not a record either.
///
/// A record counts only if its sequence number is larger than the one before. So earlier copies of records are ignored.
final class SegmentReader implements Cursor {
    /// Stands for a sequence number that is not known.
    static final long UNKNOWN = -1;

    static final int WINDOW = 2 * Frame.MAX_SIZE;

    private final Segment segment;
    private final Consumer<Damage> damages;
    private final Sectors file;
    private final Frame frame;
    private final long limit;
    private final byte[] window;
    private final int ahead;
    private long windowStart;
    private int windowSize;
    private long next = SegmentHeader.SIZE;
    private long position;
    private int size;
    private long sequence;

    /// @param before the sequence number of the record before, or [#UNKNOWN]
    SegmentReader(Segment segment, long before, Consumer<Damage> damages) throws IOException {
        this(segment, before, WINDOW, damages);
    }

    /// @param ahead how many bytes are read at once
    SegmentReader(Segment segment, long before, int ahead, Consumer<Damage> damages) throws IOException {
        this(segment, Sectors.of(segment.file()), before, ahead, damages);
    }

    /// @param file is closed with the reader
    SegmentReader(Segment segment, Sectors file, long before, int ahead, Consumer<Damage> damages)
            throws IOException {
        this.segment = segment;
        this.damages = damages;
        this.file = file;
        this.frame = new Frame(segment.number());
        this.limit = file.size();
        this.ahead = ahead;
        this.window = new byte[(int) Math.min(WINDOW, limit)];
        this.sequence = before;
    }

    @Override public Segment segment() {
        return segment;
    }

    @Override public boolean next() throws IOException {
        if (isRecordAt(next) || looksDifferentNow()) {
            tellGap();
            accept(next);
            return true;
        }
        for (long at = magicFrom(next + 1); at >= 0; at = magicFrom(at + 1)) {
            if (isRecordAt(at)) {
                damages.accept(new Damage(segment.file(), next, at, lost(at)));
                accept(at);
                return true;
            }
        }
        return false;
    }

    @Override public long position() {
        return position;
    }

    @Override public long sequence() {
        return sequence;
    }

    /// The place behind the record.
    LogMark mark() {
        return new LogMark(sequence, segment.number(), Frame.checksumAt(window, index(position)));
    }

    @Override public void goTo(long at, long before) {
        next = at;
        sequence = before;
    }

    /// The bytes in which the record stands; valid until the next move.
    byte[] bytes() {
        return window;
    }

    /// Where its payload begins in [#bytes()].
    int payload() {
        return index(position) + Frame.HEADER_SIZE;
    }

    @Override public void decode(Consumer<Damage> told, LogReader.Sink sink) throws IOException {
        LogRecord event;
        try {
            event = EventDecoder.decode(sequence, window, payload(), index(next));
        } catch (UnreadableRecord e) {
            told.accept(new Damage(segment.file(), position, next, "the record " + e.getMessage()));
            return;
        }
        sink.accept(event);
    }

    @Override public long end() {
        return next;
    }

    @Override public long time() {
        return EventDecoder.time(window, payload());
    }

    @Override public boolean isPageview() {
        return EventDecoder.isPageview(window, payload());
    }

    @Override public int version() {
        return EventDecoder.version(window, payload());
    }

    @Override public long sessionHigh() {
        return EventDecoder.sessionHigh(window, payload());
    }

    @Override public long sessionLow() {
        return EventDecoder.sessionLow(window, payload());
    }

    /// Where the segment ended when it was opened.
    long limit() {
        return limit;
    }

    /// Whether what comes behind the last record could not be read.
    boolean hasUnreadableEnd() {
        return file.hasLostFrom(next);
    }

    @Override public void close() throws IOException {
        file.close();
    }

    private void accept(long at) {
        position = at;
        size = Frame.sizeAt(window, index(at));
        sequence = Frame.sequenceAt(window, index(at));
        next = at + size;
    }

    private void tellGap() {
        long missing = missingBefore(next);
        if (missing > 0) {
            damages.accept(new Damage(segment.file(), next, next, records(missing) + " missing"));
        }
    }

    private String lost(long at) {
        long missing = missingBefore(at);
        return missing == 0 ? "no record" : records(missing) + " unreadable";
    }

    private long missingBefore(long at) {
        return sequence == UNKNOWN ? 0 : Frame.sequenceAt(window, index(at)) - sequence - 1;
    }

    static String records(long count) {
        return count == 1 ? "one record is" : count + " records are";
    }

    private boolean isRecordAt(long at) throws IOException {
        if (!load(at, Frame.HEADER_SIZE)) {
            return false;
        }
        int length = Frame.sizeAt(window, index(at));
        return length > 0 && Frame.sequenceAt(window, index(at)) > sequence && load(at, length)
                && frame.isIntact(window, index(at), length);
    }

    /* The writer may meanwhile have cut back a failed write, and written again. */
    private boolean looksDifferentNow() throws IOException {
        windowSize = 0;
        return isRecordAt(next);
    }

    /// Where the first magic byte at or behind `from` is, or -1.
    private long magicFrom(long from) throws IOException {
        long at = from;
        while (load(at, Frame.HEADER_SIZE)) {
            int last = windowSize - Frame.HEADER_SIZE;
            for (int i = index(at); i <= last; i++) {
                if (Frame.sizeAt(window, i) > 0) {
                    return windowStart + i;
                }
            }
            at = windowStart + last + 1;
        }
        return -1;
    }

    private int index(long at) {
        return (int) (at - windowStart);
    }

    /// Brings bytes into the window; false when the segment does not have that many.
    private boolean load(long at, int length) throws IOException {
        if (at + length > limit) {
            return false;
        }
        boolean isLoaded = at >= windowStart && at + length <= windowStart + windowSize;
        return isLoaded || fill(at, Math.max(length, ahead)) >= length;
    }

    private int fill(long at, int wanted) throws IOException {
        int kept = at < windowStart ? 0 : (int) Math.max(0, windowStart + windowSize - at);
        System.arraycopy(window, windowSize - kept, window, 0, kept);
        windowStart = at;
        windowSize = kept;
        int end = (int) Math.min(Math.min(window.length, wanted), limit - at);
        file.read(at + kept, window, kept, end - kept);
        windowSize = end;
        return windowSize;
    }
}
