package prisme.stats;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import prisme.columns.Part;

/// The segments whose events are in parts that do not change any more.
interface Sealed {
    /// Those there are now. As long as nothing changes, the same parts.
    Listing list() throws IOException;

    /// @param parts    in the order of their events
    /// @param segments the numbers of the segments that they stand for
    /// @param last     the sequence number of their last event, 0 where there are none
    record Listing(List<Part> parts, Set<Long> segments, long last) {
        static final Listing EMPTY = new Listing(List.of(), Set.of(), 0);
    }
}
