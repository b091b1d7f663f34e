package prisme.http;

/// A filter and the part of the address space it stands before.
///
/// @param prefix the raw path's beginning, with a `/` at both ends: `/api/v1/events/`
/// @param filter what sees every request there
public record Scope(String prefix, Filter filter) {
    /// @throws IllegalArgumentException when the prefix does not begin and end with `/`
    public Scope {
        if (!prefix.startsWith("/") || !prefix.endsWith("/")) {
            throw new IllegalArgumentException("a prefix begins and ends with '/', but not '" + prefix + "'");
        }
    }
}
