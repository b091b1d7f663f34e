package prisme.stats;

import java.util.Set;

/// Counts for one question. Each part is counted on a sheet of its own, by one thread; several threads may count
/// different parts at the same time.
interface Tally {
    /// A new sheet for a part.
    Sheet sheet(NumberedPart numbered);

    /// The answer, when every part has been counted.
    Answer answer();

    /// What a sheet counts.
    enum Reads { SESSIONS, EVENTS_INSIDE, VIEWS_AT_ANY_TIME }

    /// The counts of one part.
    interface Sheet {
        Set<Reads> reads();

        /// Counts the records of sessions that are picked.
        default void sessions(SessionChunk chunk) {}

        /// Counts events.
        default void events(EventChunk chunk) {}
    }
}
