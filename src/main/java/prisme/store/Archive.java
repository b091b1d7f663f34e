package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import prisme.columns.Buffers;
import prisme.columns.Descriptors;
import prisme.columns.Part;
import prisme.columns.PartBuilder;
import prisme.columns.SealedPart;
import prisme.columns.SealedPart.Opening;

/// The sealed segments of a directory as parts. They can be read while another thread or process writes. Used by one
/// thread at a time.
public final class Archive implements Closeable {
    /* About how many bytes an event takes in memory, with its share of a session. */
    private static final long EVENT_SIZE = 64;
    private static final long SHARE = 8;
    private static final long MOST_WAITING =
            Math.max(3, Runtime.getRuntime().maxMemory() / SHARE / (EventLog.MOST_EVENTS * EVENT_SIZE));

    private final Path directory;
    private final Backlog backlog;
    private final Consumer<Damage> damages;
    private final Descriptors descriptors = new Descriptors();
    private final Buffers buffers = new Buffers();
    private final TreeMap<Long, Opened> opened = new TreeMap<>();

    /// Reduces the number of segments that are not sealed yet.
    public interface Backlog {
        /// Seals a segment.
        ///
        /// @return false when there is none that can be sealed now
        boolean sealOne() throws IOException;
    }

    /// The sealed segments that there are at a moment.
    ///
    /// @param parts    in order of arrival; equal ones as long as nothing changes
    /// @param segments the numbers of all sealed segments
    /// @param last     a sequence number such that no event up to it is in a segment that is not sealed
    public record Listing(List<Part> parts, Set<Long> segments, long last) {
        public Listing {
            parts = List.copyOf(parts);
            segments = Set.copyOf(segments);
        }
    }

    /// @param part  what to read, which is in memory where the file is not whole
    /// @param stamp tells this file from one that took its place
    private record Opened(Closeable file, Part part, long last, List<Object> stamp) {}

    /// @param damages told of every place that cannot be read, when its segment is first opened
    public Archive(Path directory, Consumer<Damage> damages) {
        this(directory, () -> false, damages);
    }

    /// @param backlog asked to seal segments when more events wait for that than should be held in memory
    /// @param damages told of every place that cannot be read, when its segment is first opened
    public Archive(Path directory, Backlog backlog, Consumer<Damage> damages) {
        this.directory = directory;
        this.backlog = backlog;
        this.damages = damages;
    }

    /// Makes sure that no more segments wait to be sealed than should be held in memory as parts.
    ///
    /// @throws IOException when one cannot be sealed, and those that wait are too large for the memory
    public void relieve() throws IOException {
        try {
            while (Segment.in(directory).size() > MOST_WAITING && backlog.sealOne()) {
                continue;
            }
        } catch (IOException e) {
            /* On a full disk nothing can be sealed. What waits is held in memory as long as possible. */
            if (Footprint.of(directory).logBytes() > MOST_WAITING * EventLog.MOST_BYTES) {
                throw e;
            }
        }
    }

    /// The sealed segments there are.
    ///
    /// @throws IOException when one cannot be read at all
    public Listing list() throws IOException {
        List<Segment> segments = Segment.sealedIn(directory);
        for (Segment segment : segments) {
            open(segment);
        }
        keepOnly(segments.stream().map(Segment::number).toList());
        List<Part> parts = opened.values().stream().map(Opened::part).filter(part -> part.events() > 0).toList();
        return new Listing(parts, opened.keySet(), last());
    }

    private void open(Segment segment) throws IOException {
        List<Object> stamp = stamp(segment);
        Opened known = opened.get(segment.number());
        if (known == null || !known.stamp().equals(stamp)) {
            close(segment.number());
            opened.put(segment.number(), open(segment, stamp));
        }
    }

    /* By which a file is told from an empty one that took its place because its events were too old. */
    private static List<Object> stamp(Segment segment) throws IOException {
        try {
            return List.of(Files.size(segment.file()), Files.getLastModifiedTime(segment.file()));
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private Opened open(Segment segment, List<Object> stamp) throws IOException {
        Opening opening;
        try {
            opening = SealedPart.open(segment.file(), descriptors, buffers,
                    corruption -> damages.accept(Damage.of(segment, corruption)));
        } catch (NoSuchFileException _) {
            return inMemory(new PartBuilder(0), 0, stamp);
        }
        Optional<SealedPart> part = SealedHead.part(segment, opening, damages);
        return part.isPresent() ? opened(part.get(), stamp) : inMemory(new PartBuilder(0), 0, stamp);
    }

    private static Opened opened(SealedPart part, List<Object> stamp) throws IOException {
        return part.isWhole() ? new Opened(part, part, part.lastSequence(), stamp) : rest(part, stamp);
    }

    private static Opened rest(SealedPart damaged, List<Object> stamp) throws IOException {
        try (damaged) {
            return inMemory(damaged.rest(), damaged.lastSequence(), stamp);
        }
    }

    private static Opened inMemory(Part part, long last, List<Object> stamp) {
        return new Opened(() -> { }, part, last, stamp);
    }

    private void keepOnly(List<Long> numbers) throws IOException {
        for (Long number : List.copyOf(opened.keySet())) {
            if (!numbers.contains(number)) {
                close(number);
            }
        }
    }

    private void close(long number) throws IOException {
        Opened gone = opened.remove(number);
        if (gone != null) {
            gone.file().close();
        }
    }

    private long last() throws IOException {
        List<Segment> logs = new ArrayList<>(Segment.in(directory));
        logs.removeIf(log -> opened.containsKey(log.number()));
        Map<Long, Opened> before = logs.isEmpty() ? opened : opened.headMap(logs.getFirst().number());
        return before.values().stream().mapToLong(Opened::last).max().orElse(0);
    }

    /// Closes all files that parts are read from. The next [#list()] opens and checks them anew.
    @Override public void close() throws IOException {
        for (Long number : List.copyOf(opened.keySet())) {
            close(number);
        }
    }
}
