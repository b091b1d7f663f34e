package prisme.collect;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import prisme.event.Event;
import prisme.visitors.Attribution;
import prisme.visitors.Fingerprint;
import prisme.visitors.Whereabouts;

/// Stores what happened on a page, as an event of the session that it belongs to.
record Logbook(Attributions attributions, EventJournal journal, InstantSource clock) {
    /// Makes the event, once its session is found.
    @FunctionalInterface
    interface Entry {
        Event of(Instant now, Attribution session);
    }

    /// Returns once the event is stored.
    ///
    /// @param where the page it happened on, as exactly as it is known
    void enter(Fingerprint who, Whereabouts where, Entry entry) throws BadReport, IOException, InterruptedException {
        Attribution session = attributions.find(who, where);
        journal.append(entry.of(clock.instant(), session));
    }
}
