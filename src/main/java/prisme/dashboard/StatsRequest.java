package prisme.dashboard;

import prisme.stats.Buckets;
import prisme.stats.Question;
import prisme.stats.Selection;

/// What a request for statistics asks about, whichever of them it asks for.
///
/// @param selection the sessions
/// @param buckets   how a series divides the range
/// @param limit     how many rows a top has at most
record StatsRequest(Selection selection, Buckets buckets, int limit) {
    /// The same sort of sessions in the range of the same length right before.
    Selection before() {
        long seconds = selection.to() - selection.from() + 1;
        return new Selection(selection.from() - seconds, selection.from() - 1, selection.filters());
    }

    /// The same sort of sessions with a page view in the last minutes.
    ///
    /// @param now in seconds since 1970
    Selection live(long now) {
        return new Selection(now - Question.LIVE_SECONDS + 1, now, selection.filters());
    }
}
