package prisme.stats;

import java.util.List;

/// What the selection adds up to.
public sealed interface Answer {
    /// A number for each bucket, in order of time.
    ///
    /// @param starts where each bucket begins, in seconds since 1970
    record Series(List<Long> starts, List<Long> values) implements Answer {}

    /// The commonest values and how often each occurs, the commonest first; of equally common ones the first by its
    /// UTF-8 bytes.
    record Top(List<String> keys, List<Long> counts) implements Answer {}

    /// Totals.
    ///
    /// @param pageviews inside the range
    /// @param seconds   sum of the sessions' durations
    record Summary(long visitors, long sessions, long pageviews, long bounces, long seconds) implements Answer {}
}
