package prisme.stats;

/// What can be asked about a selection.
public sealed interface Question {
    /// How long after a page view its visitor is taken to be still there.
    int LIVE_SECONDS = 900;

    /// A number over time.
    record Series(Metric metric, Buckets buckets) implements Question {}

    /// The commonest values.
    ///
    /// @param limit how many of them, at least 1
    record Top(Ranking ranking, int limit) implements Question {}

    /// The names of the properties that one custom event came with, by how many of these events had each.
    record TopProperties(String name, int limit) implements Question {}

    /// The commonest values of one property of one custom event, as JSON text.
    record TopValues(String name, String property, int limit) implements Question {}

    /// The totals of the range: different visitor ids, sessions, bounces and seconds of all sessions of the selection,
    /// and their page views inside the range.
    record Summary() implements Question {}

    /// What a series can show. A session counts in the bucket of its start; with [Buckets.Calendar], sessions that
    /// began before the range count in the first bucket.
    enum Metric {
        /// Different visitor ids of the sessions.
        VISITORS,
        /// The sessions.
        SESSIONS,
        /// The mean time from a session's start to its last page view, in whole seconds. Sessions of one page view are
        /// included.
        SESSIONS_DURATION,
        /// Page views of the sessions, in the bucket of their own time, whatever their status: with [Buckets.Calendar]
        /// those inside the range, else those at any time.
        PAGEVIEWS,
        /// Sessions of one page view.
        BOUNCES,
        /// Different visitor ids of the sessions with a page view in the last [Question#LIVE_SECONDS] of the range, or
        /// later.
        LIVE_VISITORS
    }

    /// The lists of commonest values. Unless stated otherwise they count sessions, by what their first page view has
    /// fixed. An absent value is counted as a value too: `direct`, `XX`, or an empty text.
    enum Ranking {
        /// The sites.
        DOMAINS,
        /// Paths, by page views inside the range, whatever their status.
        PAGES,
        /// Paths, by sessions that began there inside the range.
        ENTRY_PAGES,
        /// Paths, by sessions whose last page view was there, inside the range.
        EXIT_PAGES,
        /// Paths, by page views inside the range with status 404.
        NOT_FOUND,
        REFERRERS, COUNTRIES, SYSTEMS, BROWSERS, DEVICES,
        UTM_SOURCES, UTM_MEDIUMS, UTM_CAMPAIGNS, UTM_TERMS, UTM_CONTENTS,
        /// Names, by custom events inside the range.
        CUSTOM_EVENTS,
        /// Links, by clicks inside the range.
        OUTBOUND_LINKS,
        /// Files, by downloads inside the range.
        FILE_DOWNLOADS
    }
}
