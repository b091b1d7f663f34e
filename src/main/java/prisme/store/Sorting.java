package prisme.store;

import java.io.IOException;
import prisme.event.SessionId;

/// How [Timeline] sorts events, and which of them it leaves out.
enum Sorting {
    /// All events by their time, those of the same time in order of arrival.
    EVENTS {
        @Override boolean concerns(Cursor event) {
            return true;
        }

        @Override SortKey key(Cursor event) throws IOException {
            return new SortKey(event.time(), 0, event.sequence());
        }

        @Override int rank(Cursor event) {
            return 0;
        }
    },

    /// The last page view of each session, by the session's start, which is in the session's UUID.
    SESSIONS {
        @Override boolean concerns(Cursor event) throws IOException {
            return event.isPageview();
        }

        @Override SortKey key(Cursor event) throws IOException {
            long high = event.sessionHigh();
            return new SortKey(SessionId.start(high), high, event.sessionLow());
        }

        @Override int rank(Cursor event) throws IOException {
            return event.version();
        }
    };

    abstract boolean concerns(Cursor event) throws IOException;

    abstract SortKey key(Cursor event) throws IOException;

    /// Of several events with the same key, only the one with the highest rank counts.
    abstract int rank(Cursor event) throws IOException;
}
