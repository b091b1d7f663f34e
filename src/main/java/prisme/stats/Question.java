package prisme.stats;

/// What can be asked about a selection.
public sealed interface Question {
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

    /// The totals of the range.
    record Summary() implements Question {}

    /// The numbers that a series can be of.
    enum Metric { VISITORS, SESSIONS, SESSIONS_DURATION, PAGEVIEWS, BOUNCES, LIVE_VISITORS }

    /// The lists of commonest values.
    enum Ranking {
        /// The sites, by sessions.
        DOMAINS,
        PAGES, ENTRY_PAGES, EXIT_PAGES, NOT_FOUND, REFERRERS, COUNTRIES, SYSTEMS, BROWSERS, DEVICES,
        UTM_SOURCES, UTM_MEDIUMS, UTM_CAMPAIGNS, UTM_TERMS, UTM_CONTENTS, CUSTOM_EVENTS, OUTBOUND_LINKS, FILE_DOWNLOADS
    }
}
