package prisme.dashboard;

import prisme.stats.Buckets;
import prisme.stats.Selection;

/// What a request for statistics asks about, whichever of them it asks for.
///
/// @param selection the sessions
/// @param buckets   how a series divides the range
/// @param limit     how many rows a top has at most
record Reading(Selection selection, Buckets buckets, int limit) {
    /// How long ago a page view may be for its visitor to be there, in seconds.
    private static final int LIVE_SECONDS = 900;

    /// The same sort of sessions in the range of the same length right before.
    Selection before() {
        long seconds = selection.to() - selection.from() + 1;
        return new Selection(selection.from() - seconds, selection.from() - 1, selection.filters());
    }

    /// The same sort of sessions with a page view in the last minutes.
    ///
    /// @param now in seconds since 1970
    Selection live(long now) {
        return new Selection(now - LIVE_SECONDS + 1, now, selection.filters());
    }
}
