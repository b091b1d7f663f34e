package prisme.http;

import java.util.ArrayList;
import java.util.List;

/// The filters, each of which sees the requests in its scope.
///
/// @param links the outermost filter first
record FilterChain(List<Link> links) {
    /// A filter and the segments with which the paths in its scope begin.
    private record Link(List<String> prefix, Filter filter) {
        static Link of(Scope scope) {
            String inner = scope.prefix().substring(1, Math.max(1, scope.prefix().length() - 1));
            return new Link(inner.isEmpty() ? List.of() : List.of(inner.split("/", -1)), scope.filter());
        }

        boolean contains(List<String> segments) {
            return segments.size() > prefix.size() && segments.subList(0, prefix.size()).equals(prefix);
        }
    }

    /// @param scopes the outermost first
    static FilterChain of(List<Scope> scopes) {
        List<Link> links = new ArrayList<>();
        for (Scope scope : scopes) {
            links.add(Link.of(scope));
        }
        return new FilterChain(links);
    }

    /// The handler behind the filters of all scopes that contain the path with these segments.
    SafeHandler before(Handler handler, List<String> segments) {
        SafeHandler filtered = new SafeHandler(handler);
        for (Link link : links.reversed()) {
            if (link.contains(segments)) {
                SafeHandler next = filtered;
                filtered = new SafeHandler(request -> link.filter.apply(request, next));
            }
        }
        return filtered;
    }
}
