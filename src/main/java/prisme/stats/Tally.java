package prisme.stats;

import java.util.Set;

/// Counts for one question. Each part has a sheet of its own, which one thread at a time writes on; threads may work on
/// several parts at the same time.
interface Tally {
    /// A sheet for a part.
    Sheet sheet(NumberedPart numbered);

    /// The answer, when every part has been counted.
    Answer answer();

    /// What a sheet wants to see.
    enum Reads { SESSIONS, EVENTS_INSIDE, VIEWS_AT_ANY_TIME }

    /// What is counted of one part.
    interface Sheet {
        Set<Reads> reads();

        /// Counts the records of sessions that are picked.
        default void sessions(SessionChunk chunk) {}

        /// Counts events.
        default void events(EventChunk chunk) {}
    }
}
