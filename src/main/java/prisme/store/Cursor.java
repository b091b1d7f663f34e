package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;

/// Walks over the events of a segment in order of arrival, whatever form the segment has.
sealed interface Cursor extends Closeable permits SegmentReader, SealedReader, EmptyCursor {
    Segment segment();

    /// Goes on to the next event; false when there is none.
    boolean next() throws IOException;

    /// Where the event begins in the file, for [#goTo(long, long)]; 0 in a sealed segment.
    long position();

    /// Where the event ends in the file; 0 in a sealed segment.
    long end();

    long sequence();

    /// Moves, so that [#next()] looks at `at` next or, in a sealed segment, at the first event behind `before`.
    ///
    /// @param before the sequence number of the event before
    void goTo(long at, long before) throws IOException;

    /// In milliseconds since 1970.
    long time() throws IOException;

    boolean isPageview() throws IOException;

    /// The number of a page view within its session.
    int version() throws IOException;

    /// The most significant bits of the session's id.
    long sessionHigh() throws IOException;

    /// The least significant bits of the session's id.
    long sessionLow() throws IOException;

    /// Hands the event to `sink`, or tells `told` why there is none.
    void decode(Consumer<Damage> told, LogReader.Sink sink) throws IOException;
}
