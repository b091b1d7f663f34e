package prisme.visitors;

import java.io.IOException;
import java.time.Instant;
import prisme.event.DeviceId;
import prisme.event.Event;

/// The page views in the journal whose device is still known. At a start, sessions are brought up to date from it.
public interface PageviewHistory {
    /// A position in the journal, which can be checked to belong to this journal. Only the journal knows what `segment`
    /// and `checksum` mean.
    ///
    /// @param sequence how many events come before this position; the first position of all is 0, 1, 0
    record Mark(long sequence, long segment, int checksum) {}

    /// Receives page views.
    interface Sink {
        void accept(Event.Pageview pageview, DeviceId device) throws IOException;
    }

    /// The position after all that is stored.
    Mark end();

    /// Passes on the page views after a position, in order.
    ///
    /// @return false, with nothing passed on, when the position is not one of this journal, or page views after it are
    ///         gone
    boolean behind(Mark mark, Sink sink) throws IOException;

    /// Passes on all page views from a time on, in order, and possibly earlier ones.
    void since(Instant time, Sink sink) throws IOException;
}
