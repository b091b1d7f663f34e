package prisme.collect;

import java.io.IOException;
import prisme.event.Event;

/// Stores events other than page views.
@FunctionalInterface
public interface EventJournal {
    /// Returns once the event is stored.
    ///
    /// @throws IOException when it could not be stored; then it never happened
    void append(Event event) throws IOException;
}
