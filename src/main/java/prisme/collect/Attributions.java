package prisme.collect;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import prisme.visitors.Attribution;
import prisme.visitors.Fingerprint;
import prisme.visitors.Visitors;
import prisme.visitors.Whereabouts;

/// Finds the session that a report other than a page view belongs to.
final class Attributions {
    private final Visitors visitors;
    private final Duration patience;
    private final Semaphore waiting;
    private final InstantSource clock;

    /// @param patience    how long a report may wait for its session
    /// @param mostWaiting how many may wait at the same time; further ones are answered at once
    Attributions(Visitors visitors, Duration patience, int mostWaiting, InstantSource clock) {
        this.visitors = visitors;
        this.patience = patience;
        this.waiting = new Semaphore(mostWaiting);
        this.clock = clock;
    }

    /// The session of this visitor at this place.
    ///
    /// @throws BadReport            when there is none, even after waiting
    /// @throws InterruptedException when the thread is interrupted while it waits
    Attribution find(Fingerprint who, Whereabouts where) throws BadReport, InterruptedException {
        Optional<Attribution> found = visitors.find(who, where, clock.instant(), Duration.ZERO);
        return (found.isPresent() ? found : wait(who, where)).orElseThrow(() -> new BadReport(Outcome.NO_SESSION,
                "session not found: this visitor has not viewed this page, neither before the event nor within "
                        + patience.toMillis() + " ms after it."));
    }

    private Optional<Attribution> wait(Fingerprint who, Whereabouts where) throws InterruptedException {
        if (patience.isZero() || !waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return visitors.find(who, where, clock.instant(), patience);
        } finally {
            waiting.release();
        }
    }
}
