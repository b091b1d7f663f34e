package prisme.stats;

import java.util.List;
import java.util.Map;

/// Which sessions a question is about: those that were under way at any time from `from` to `to`, and pass all filters.
///
/// @param from    first second of the range, since 1970
/// @param to      last second of the range, since 1970; inclusive
/// @param filters what must be true of a session, by dimension; an absent dimension has no filters
public record Selection(long from, long to, Map<Dimension, List<Filter>> filters) {
    public Selection {
        filters = Map.copyOf(filters);
    }

    /// What sessions can be filtered by. A filter on [#PATH] requires at least one page view with such a path.
    public enum Dimension {
        DOMAIN, PATH, ENTRY_PATH, EXIT_PATH, REFERRER, SYSTEM, BROWSER, DEVICE, COUNTRY,
        UTM_SOURCE, UTM_MEDIUM, UTM_CAMPAIGN, UTM_TERM, UTM_CONTENT
    }

    /// One pattern of a dimension.
    ///
    /// @param text     the value to match, or its beginning
    /// @param isPrefix whether the value only has to begin with the text
    /// @param excludes whether values that match are excluded, rather than included
    public record Filter(String text, boolean isPrefix, boolean excludes) {}
}
