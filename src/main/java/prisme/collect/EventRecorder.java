package prisme.collect;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import prisme.event.Event;
import prisme.visitors.Attribution;
import prisme.visitors.Fingerprint;
import prisme.visitors.Whereabouts;

/// Stores events other than page views, each with the session that it belongs to.
record EventRecorder(Attributions attributions, EventJournal journal, InstantSource clock) {
    /// Makes the event once its session is found.
    @FunctionalInterface
    interface EventMaker {
        Event of(Instant now, Attribution session);
    }

    /// Finds the session and stores the event. Returns once it is stored.
    ///
    /// @param where the page it happened on, as precisely as it is known
    /// @throws BadReport            when there is no session that it could belong to
    /// @throws IOException          when the event could not be stored
    /// @throws InterruptedException when the thread is interrupted while it waits for the session
    void store(Fingerprint who, Whereabouts where, EventMaker maker)
            throws BadReport, IOException, InterruptedException {
        Attribution session = attributions.find(who, where);
        journal.append(maker.of(clock.instant(), session));
    }
}
