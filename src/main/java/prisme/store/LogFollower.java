package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import prisme.store.SegmentHeader.Finding;

/// Reads what is appended to a log, again and again from where it was the last time, beside the writer. For one thread
/// at a time.
///
/* A record that is written but not yet known to be stored may be taken back and another one written in its place. Hence
 * whoever knows says up to which one they are stored. */
public final class LogFollower {
    private static final int AHEAD = 64 * 1024;

    private final Path directory;
    private final Consumer<Damage> damages;
    private long segment;
    private long position = SegmentHeader.SIZE;
    private long sequence;

    /// Takes the events.
    public interface Sink {
        /// @param segment the number of the segment it stands in
        void accept(long segment, LogRecord event) throws IOException;
    }

    /// @param after   the sequence number of the last event that is not of interest, 0 where all are
    /// @param damages told of every place that cannot be read
    public LogFollower(Path directory, long after, Consumer<Damage> damages) {
        this.directory = directory;
        this.sequence = after;
        this.damages = damages;
    }

    /// Reads the events that came in since the last time.
    ///
    /// @param upTo    the sequence number of the last event that is known to be stored
    /// @param without the numbers of segments that are left out
    /// @throws StoreException when a segment is of a later format, or cannot be read
    public void read(long upTo, Set<Long> without, Sink sink) throws IOException {
        for (Segment each : Segment.in(directory)) {
            boolean isBehind = each.number() >= segment && !without.contains(each.number());
            if (isBehind && tryToFollow(each, upTo, sink) == Outcome.MORE_TO_COME) {
                return;
            }
        }
    }

    private enum Outcome { END_REACHED, MORE_TO_COME }

    private Outcome tryToFollow(Segment next, long upTo, Sink sink) throws IOException {
        try {
            return SegmentHeader.of(next) instanceof Finding.Cut ? Outcome.MORE_TO_COME : follow(next, upTo, sink);
        } catch (StoreException | NoSuchFileException e) {
            /* One that is gone was replaced by a file of another form since the folder was listed. */
            if (Files.exists(next.file())) {
                throw e;
            }
            return Outcome.END_REACHED;
        }
    }

    private Outcome follow(Segment next, long upTo, Sink sink) throws IOException {
        if (next.number() > segment) {
            segment = next.number();
            position = SegmentHeader.SIZE;
        }
        try (SegmentReader reader = new SegmentReader(next, sequence, AHEAD, damages)) {
            reader.goTo(position, sequence);
            while (reader.next()) {
                if (reader.sequence() > upTo) {
                    return Outcome.MORE_TO_COME;
                }
                position = reader.end();
                sequence = reader.sequence();
                reader.decode(damages, event -> sink.accept(segment, event));
            }
            return Outcome.END_REACHED;
        }
    }
}
