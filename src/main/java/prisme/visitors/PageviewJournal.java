package prisme.visitors;

import java.io.IOException;
import prisme.event.DeviceId;
import prisme.event.Event;

/// Where page views go before the session they belong to moves on.
@FunctionalInterface
public interface PageviewJournal {
    /// Returns once the page view is stored.
    ///
    /// @param device who viewed the page, so that the session can be found again after a restart
    /// @throws IOException when it could not be stored; then it never happened
    void append(Event.Pageview pageview, DeviceId device) throws IOException;
}
