package prisme.http;

import java.util.ArrayList;
import java.util.List;

/// The filters, each before its part of the address space.
///
/// @param all the outermost first
record Zones(List<Zone> all) {
    /// A scope with its prefix cut into segments.
    private record Zone(List<String> prefix, Filter filter) {
        static Zone of(Scope scope) {
            String inner = scope.prefix().substring(1, Math.max(1, scope.prefix().length() - 1));
            return new Zone(inner.isEmpty() ? List.of() : List.of(inner.split("/", -1)), scope.filter());
        }

        boolean holds(List<String> segments) {
            return segments.size() > prefix.size() && segments.subList(0, prefix.size()).equals(prefix);
        }
    }

    static Zones of(List<Scope> scopes) {
        List<Zone> zones = new ArrayList<>();
        for (Scope scope : scopes) {
            zones.add(Zone.of(scope));
        }
        return new Zones(zones);
    }

    /// The handler behind the filters of all scopes that hold these segments.
    Safely before(Handler handler, List<String> segments) {
        Safely filtered = new Safely(handler);
        for (Zone zone : all.reversed()) {
            if (zone.holds(segments)) {
                Safely next = filtered;
                filtered = new Safely(request -> zone.filter.apply(request, next));
            }
        }
        return filtered;
    }
}
