package prisme.visitors;

import java.io.IOException;
import java.time.Instant;
import prisme.event.DeviceId;
import prisme.event.Event;

/// What the journal still knows of the page views of known devices. Sessions are brought up to date from it at a start.
public interface Past {
    /// A place in the journal, which tells by itself whether it is one of this journal. What the numbers are is the
    /// journal's affair, except for the first.
    ///
    /// @param sequence how many events come before this place; the first place of all is 0, 1, 0
    record Mark(long sequence, long segment, int checksum) {}

    /// Takes page views.
    interface Sink {
        void accept(Event.Pageview pageview, DeviceId device) throws IOException;
    }

    /// The place behind all that is stored.
    Mark end();

    /// Hands out the page views behind a place, in order.
    ///
    /// @return false, with nothing handed out, when the place is none of this journal, or page views behind it are gone
    boolean behind(Mark mark, Sink sink) throws IOException;

    /// Hands out all page views there are from a time on, in order, and maybe earlier ones.
    void since(Instant time, Sink sink) throws IOException;
}
