package prisme.http;

/// A filter and the paths whose requests it sees.
///
/// @param prefix the beginning of these paths, with a `/` at both ends: `/api/v1/events/`
/// @param filter sees every request below the prefix
public record Scope(String prefix, Filter filter) {
    /// @throws IllegalArgumentException when the prefix does not begin and end with `/`
    public Scope {
        if (!prefix.startsWith("/") || !prefix.endsWith("/")) {
            throw new IllegalArgumentException("a prefix begins and ends with '/', but not '" + prefix + "'");
        }
    }
}
