package prisme.store;

import java.util.UUID;

/// By what [Timeline] sorts records, and which it leaves out.
enum Sorting {
    /// All events by their time, those of the same time in order of arrival.
    EVENTS {
        @Override boolean concerns(SegmentReader reader) {
            return true;
        }

        @Override SortKey key(SegmentReader reader) {
            return new SortKey(EventDecoder.time(reader.bytes(), reader.payload()), 0, reader.sequence());
        }

        @Override int rank(SegmentReader reader) {
            return 0;
        }
    },

    /// The last page view of each session, by the session's start, which is in the session's UUID.
    SESSIONS {
        @Override boolean concerns(SegmentReader reader) {
            return EventDecoder.isPageview(reader.bytes(), reader.payload());
        }

        @Override SortKey key(SegmentReader reader) {
            UUID session = EventDecoder.session(reader.bytes(), reader.payload());
            long start = session.getMostSignificantBits() >>> 16;
            return new SortKey(start, session.getMostSignificantBits(), session.getLeastSignificantBits());
        }

        @Override int rank(SegmentReader reader) {
            return EventDecoder.version(reader.bytes(), reader.payload());
        }
    };

    abstract boolean concerns(SegmentReader reader);

    abstract SortKey key(SegmentReader reader);

    /// Of the records with the same key, the one with the highest rank counts.
    abstract int rank(SegmentReader reader);
}
