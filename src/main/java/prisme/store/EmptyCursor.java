package prisme.store;

import java.util.function.Consumer;

/// Walks over nothing: the segment has just been dropped for its age, or cannot be read.
record EmptyCursor(Segment segment) implements Cursor {
    @Override public boolean next() {
        return false;
    }

    @Override public long position() {
        return 0;
    }

    @Override public long end() {
        return 0;
    }

    @Override public long sequence() {
        return SegmentReader.UNKNOWN;
    }

    @Override public void goTo(long at, long before) {
        /* There is nowhere to go. */
    }

    @Override public long time() {
        throw nothing();
    }

    @Override public boolean isPageview() {
        throw nothing();
    }

    @Override public int version() {
        throw nothing();
    }

    @Override public long sessionHigh() {
        throw nothing();
    }

    @Override public long sessionLow() {
        throw nothing();
    }

    @Override public void decode(Consumer<Damage> told, LogReader.Sink sink) {
        throw nothing();
    }

    private static IllegalStateException nothing() {
        return new IllegalStateException("next() found nothing");
    }

    @Override public void close() {
        /* Nothing is open. */
    }
}
