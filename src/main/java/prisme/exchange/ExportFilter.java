package prisme.exchange;

import java.util.Set;
import prisme.event.Event;
import prisme.store.TimeSpan;

/// Which lines are wanted.
///
/// @param span    within which an event was, or a session began
/// @param domains lower-case hosts, with port where it is not the default; empty means all
public record ExportFilter(TimeSpan span, Set<String> domains) {
    /// Everything.
    public static final ExportFilter ALL = new ExportFilter(TimeSpan.ALWAYS, Set.of());

    public ExportFilter {
        domains = Set.copyOf(domains);
    }

    boolean hasDomainOf(Event event) {
        return domains.isEmpty() || domains.contains(event.visit().domain());
    }
}
