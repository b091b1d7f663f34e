package prisme.visitors;

import java.io.IOException;
import prisme.event.DeviceId;
import prisme.event.Event;

/// Stores page views, before the session that they belong to is changed.
@FunctionalInterface
public interface PageviewJournal {
    /// Returns once the page view is stored.
    ///
    /// @param device the device that viewed the page, by which the session can be found again after a restart
    /// @throws IOException when it could not be stored; then it never happened
    void append(Event.Pageview pageview, DeviceId device) throws IOException;
}
