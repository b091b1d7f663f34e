package prisme.collect;

import java.time.Duration;
import java.time.InstantSource;
import prisme.visitors.Attribution;
import prisme.visitors.Fingerprint;
import prisme.visitors.Visitors;
import prisme.visitors.Whereabouts;

/// Finds the session of reports other than page views.
final class Attributions {
    private final Visitors visitors;
    private final Duration patience;
    private final InstantSource clock;

    /// @param patience how long a report may wait for its session
    Attributions(Visitors visitors, Duration patience, InstantSource clock) {
        this.visitors = visitors;
        this.patience = patience;
        this.clock = clock;
    }

    /// The session of this visitor.
    ///
    /// @throws BadReport when there is none after all the patience there is
    Attribution find(Fingerprint who, Whereabouts where) throws BadReport, InterruptedException {
        return visitors.find(who, where, clock.instant(), patience).orElseThrow(() -> new BadReport(Outcome.NO_SESSION, "session not found: "
                + "this visitor has not viewed this page, neither before the event nor within " + patience.toMillis()
                + " ms after it."));
    }
}
