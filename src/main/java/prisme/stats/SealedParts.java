package prisme.stats;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import prisme.columns.Part;
import prisme.store.Archive;

/// The parts of the sealed segments, which do not change any more.
interface SealedParts extends Closeable {
    /// Makes sure that no more events wait to be sealed than should be held in memory.
    default void relieve() throws IOException {
        /* Nothing is to be done where it cannot be more. */
    }

    /// Those there are now. As long as nothing changes, the same parts.
    Listing list() throws IOException;

    /// Closes all parts, which must not be read any more. Those of the next listing are opened and checked anew.
    @Override default void close() throws IOException {
        /* Nothing is to be done where they are in memory. */
    }

    /// Those of an archive.
    static SealedParts of(Archive archive) {
        return new SealedParts() {
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
