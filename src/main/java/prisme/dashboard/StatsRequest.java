package prisme.dashboard;

import prisme.stats.Buckets;
import prisme.stats.Question;
import prisme.stats.Selection;

/// What a request for statistics asks about, whichever statistics it asks for.
///
/// @param selection the sessions
/// @param buckets   how a series divides the range
/// @param limit     how many rows a top list has at most
record StatsRequest(Selection selection, Buckets buckets, int limit) {
    /// The selection with the same filters and the range of the same length right before this one.
    Selection before() {
        long seconds = selection.to() - selection.from() + 1;
        return new Selection(selection.from() - seconds, selection.from() - 1, selection.filters());
    }

    /// The selection with the same filters of the sessions under way in the last [Question#LIVE_SECONDS].
    ///
    /// @param now in seconds since 1970
    Selection live(long now) {
        return new Selection(now - Question.LIVE_SECONDS + 1, now, selection.filters());
    }
}
