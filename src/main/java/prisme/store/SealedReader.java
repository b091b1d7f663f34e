package prisme.store;

import java.io.IOException;
import java.util.function.Consumer;
import prisme.columns.EventCursor;
import prisme.columns.SealedPart;

/// Walks over the events of a sealed segment. Events that were lost before it was sealed are reported on the way;
/// damage to the file itself was reported when it was opened.
final class SealedReader implements Cursor {
    private final Segment segment;
    private final SealedPart part;
    private final EventCursor cursor;
    private final Consumer<Damage> damages;
    private int lost;

    /// @param damages told of what is missing between the events
    SealedReader(Segment segment, SealedPart part, Consumer<Damage> damages) {
        this.segment = segment;
        this.part = part;
        this.cursor = part.cursor();
        this.damages = damages;
    }

    @Override public Segment segment() {
        return segment;
    }

    @Override public boolean next() throws IOException {
        boolean isThere = cursor.next();
        if (isThere && cursor.lostBefore() > lost) {
            tell(cursor.lostBefore() - lost);
            lost = cursor.lostBefore();
        }
        return isThere;
    }

    /// Reports what is missing behind the last event.
    void finish() {
        int all = part.lost();
        if (all > lost) {
            tell(all - lost);
        }
    }

    private void tell(long count) {
        damages.accept(new Damage(segment.file(), 0, 0,
                SegmentReader.records(count) + " missing since before the segment was sealed"));
    }

    long lastSequence() {
        return part.lastSequence();
    }

    @Override public long position() {
        return 0;
    }

    @Override public long end() {
        return 0;
    }

    @Override public long sequence() {
        return cursor.sequence();
    }

    @Override public void goTo(long at, long before) throws IOException {
        cursor.goBehind(before);
        lost = Integer.MAX_VALUE;
    }

    @Override public long time() {
        return cursor.time();
    }

    @Override public boolean isPageview() throws IOException {
        return cursor.isPageview();
    }

    @Override public int version() throws IOException {
        return cursor.version();
    }

    @Override public long sessionHigh() throws IOException {
        return cursor.sessionHigh();
    }

    @Override public long sessionLow() throws IOException {
        return cursor.sessionLow();
    }

    @Override public void decode(Consumer<Damage> told, LogReader.Sink sink) throws IOException {
        sink.accept(new LogRecord(cursor.sequence(), cursor.event(), new Sender.Unknown()));
    }

    @Override public void close() {
        /* The part is closed by whoever opened it. */
    }
}
