package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import prisme.store.SegmentHeader.Finding;

/// Reads what is appended to a log while another thread or process writes, each time from where it ended the last time.
/// For one thread at a time.
///
/* A record that is written but not yet known to be stored may be withdrawn, and another one written in its place. So
 * the caller says up to which record they are known to be stored. */
public final class LogFollower {
    private static final int AHEAD = 64 * 1024;

    private final Path directory;
    private final Consumer<Damage> damages;
    private long segment;
    private long position = SegmentHeader.SIZE;
    private long sequence;
    private long handedOut;

    /// Takes the events.
    public interface Sink {
        /// @param segment the number of the segment it stands in
        void accept(long segment, LogRecord event) throws IOException;
    }

    /// @param after   the sequence number of the last event to be skipped; 0 where none is
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
    /// @return whether all events handed out so far still belong to the same segment. When the disk fails to take the
    ///         last events of a segment, they move to the next one: whoever keeps events by segment has to begin anew
    /// @throws StoreException when a segment is of a later format, or cannot be read
    public boolean read(long upTo, Set<Long> without, Sink sink) throws IOException {
        List<Segment> segments = Segment.in(directory);
        for (int i = 0; i < segments.size(); i++) {
            Segment each = segments.get(i);
            if (each.number() < segment || without.contains(each.number())) {
                continue;
            }
            if (each.number() > segment && repeatsWhatWasHandedOut(each)) {
                return false;
            }
            long last = Math.min(upTo, lastBefore(segments, i + 1));
            if (tryToFollow(each, last, sink) == Outcome.MORE_TO_COME && last == upTo) {
                return true;
            }
        }
        return true;
    }

    private boolean repeatsWhatWasHandedOut(Segment next) throws IOException {
        long first = first(next);
        return first > 0 && first <= handedOut;
    }

    /// The last sequence number that counts in a segment: the next segment may repeat records of it.
    private static long lastBefore(List<Segment> segments, int next) throws IOException {
        long first = next < segments.size() ? first(segments.get(next)) : 0;
        return first == 0 ? Long.MAX_VALUE : first - 1;
    }

    /// The first sequence number of a segment; 0 where it is not known.
    private static long first(Segment segment) throws IOException {
        try {
            return Bound.inHeader(segment);
        } catch (StoreException e) {
            if (Files.exists(segment.file())) {
                throw e;
            }
            return 0;
        }
    }

    private enum Outcome { END_REACHED, MORE_TO_COME }

    private Outcome tryToFollow(Segment next, long upTo, Sink sink) throws IOException {
        try {
            return SegmentHeader.of(next) instanceof Finding.Cut ? Outcome.MORE_TO_COME : follow(next, upTo, sink);
        } catch (StoreException | NoSuchFileException e) {
            /* A segment that is gone was sealed since the folder was listed. */
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
                handedOut = sequence;
                reader.decode(damages, event -> sink.accept(segment, event));
            }
            return Outcome.END_REACHED;
        }
    }
}
