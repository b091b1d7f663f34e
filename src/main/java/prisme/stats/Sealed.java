package prisme.stats;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import prisme.columns.Part;
import prisme.store.Archive;

/// The segments whose events are in parts that do not change any more.
interface Sealed extends Closeable {
    /// Sees to it that what is not sealed is not more than the memory should hold.
    default void relieve() throws IOException {
        /* Nothing is to be done where it cannot be more. */
    }

    /// Those there are now. As long as nothing changes, the same parts.
    Listing list() throws IOException;

    /// Lets go of all parts, which nobody may read any more. Those of the next listing are opened and checked anew.
    @Override default void close() throws IOException {
        /* Nothing is to be done where they are in memory. */
    }

    /// Those of an archive.
    static Sealed of(Archive archive) {
        return new Sealed() {
            @Override public void relieve() throws IOException {
                archive.relieve();
            }

            @Override public Listing list() throws IOException {
                Archive.Listing now = archive.list();
                return new Listing(now.parts(), now.segments(), now.last());
            }

            @Override public void close() throws IOException {
                archive.close();
            }
        };
    }

    /// @param parts    in the order of their events
    /// @param segments the numbers of the segments that they stand for
    /// @param last     the sequence number of their last event, 0 where there are none
    record Listing(List<Part> parts, Set<Long> segments, long last) {}
}
