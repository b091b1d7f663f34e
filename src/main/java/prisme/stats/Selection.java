package prisme.stats;

import java.util.List;
import java.util.Map;

/// Which sessions a question is about: those under way at any time between `from` and `to` that every filter holds for.
///
/// @param from    first second of the range, since 1970
/// @param to      last second of the range, since 1970; inclusive
/// @param filters what must be true of a session, by dimension; a dimension without any has none
public record Selection(long from, long to, Map<Dimension, List<Filter>> filters) {
    public Selection {
        filters = Map.copyOf(filters);
    }

    /// What a session can be told apart by. A filter on [#PATH] wants at least one page view with such a path.
    public enum Dimension {
        DOMAIN, PATH, ENTRY_PATH, EXIT_PATH, REFERRER, SYSTEM, BROWSER, DEVICE, COUNTRY,
        UTM_SOURCE, UTM_MEDIUM, UTM_CAMPAIGN, UTM_TERM, UTM_CONTENT
    }

    /// One pattern of a dimension.
    ///
    /// @param text     what a value must be, or begin with
    /// @param isPrefix whether it need only begin so
    /// @param excludes whether it must not be so
    public record Filter(String text, boolean isPrefix, boolean excludes) {}
}
