package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import prisme.columns.Part;
import prisme.columns.PartBuilder;
import prisme.columns.SealedPart;
import prisme.columns.SealedPart.Opening;

/// All events of a directory as parts, beside a running writer: those of sealed segments from their files, those of the
/// others in memory. Used by one thread at a time.
public final class Archive implements Closeable {
    /* An event and its share of a session take about so many bytes in memory. */
    private static final long EVENT_SIZE = 64;
    private static final long SHARE = 8;
    private static final long MOST_GROWING =
            Math.max(3, Runtime.getRuntime().maxMemory() / SHARE / (EventLog.MOST_EVENTS * EVENT_SIZE));

    private final Path directory;
    private final Backlog backlog;
    private final Consumer<Damage> damages;
    private final Map<Long, Sealed> sealed = new HashMap<>();
    private final TreeMap<Long, Following> growing = new TreeMap<>();
    private List<Part> last = List.of();

    /// What there is at a moment, all of it in order of arrival.
    ///
    /// @param sealed  parts that do not change; the same list as before unless one was added or dropped
    /// @param growing parts that the next [Archive#read()] adds events to
    public record Parts(List<Part> sealed, List<PartBuilder> growing) {}

    /// Makes fewer of the segments that have to be held in memory.
    public interface Backlog {
        /// Seals a segment.
        ///
        /// @return false when there is none that can be sealed now
        boolean sealOne() throws IOException;
    }

    /// @param part  what to read, which is in memory where the file is not whole
    /// @param stamp tells this file from one that took its place
    private record Sealed(Closeable file, Part part, List<Object> stamp) {}

    /// @param damages told of every place that cannot be read, when its segment is first read
    public Archive(Path directory, Consumer<Damage> damages) {
        this(directory, () -> false, damages);
    }

    /// @param backlog asked when more events wait to be sealed than the memory should hold
    public Archive(Path directory, Backlog backlog, Consumer<Damage> damages) {
        this.directory = directory;
        this.backlog = backlog;
        this.damages = damages;
    }

    /// Reads what has been stored since the last time.
    ///
    /// @throws IOException when a segment cannot be read at all
    public Parts read() throws IOException {
        List<Segment> segments = segments();
        List<Part> parts = new ArrayList<>();
        List<PartBuilder> builders = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.isSealed() || !follow(segment, builders)) {
                add(segment.isSealed() ? segment : segment.other(), parts);
            }
        }
        forgetOthers(segments);
        last = last.equals(parts) ? last : List.copyOf(parts);
        return new Parts(last, List.copyOf(builders));
    }

    private List<Segment> segments() throws IOException {
        List<Segment> segments = Segment.allIn(directory);
        while (segments.stream().filter(segment -> !segment.isSealed()).count() > MOST_GROWING && backlog.sealOne()) {
            segments = Segment.allIn(directory);
        }
        return segments;
    }

    /// Reads on in a log.
    ///
    /// @return false when it has just been sealed
    private boolean follow(Segment log, List<PartBuilder> builders) throws IOException {
        try {
            Following following = growing.computeIfAbsent(log.number(), _ -> new Following(log, damages));
            following.readOn();
            builders.add(following.part());
            return true;
        } catch (NoSuchFileException _) {
            growing.remove(log.number());
            return false;
        }
    }

    private void add(Segment segment, List<Part> parts) throws IOException {
        growing.remove(segment.number());
        Sealed known = sealed.get(segment.number());
        List<Object> stamp = stamp(segment);
        if (known == null || !known.stamp().equals(stamp)) {
            Sealed opened = open(segment, stamp);
            sealed.put(segment.number(), opened);
            if (known != null) {
                known.file().close();
            }
            known = opened;
        }
        if (known.part().events() > 0) {
            parts.add(known.part());
        }
    }

    /* An empty file takes the place of one whose events are too old. */
    private static List<Object> stamp(Segment segment) throws IOException {
        try {
            return List.of(Files.size(segment.file()), Files.getLastModifiedTime(segment.file()));
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private Sealed open(Segment segment, List<Object> stamp) throws IOException {
        Opening opening;
        try {
            opening = SealedPart.open(segment.file(), wound ->
                    damages.accept(new Damage(segment.file(), wound.from(), wound.to(), wound.what())));
        } catch (NoSuchFileException _) {
            return inMemory(new PartBuilder(0), stamp);
        }
        return switch (opening) {
            case Opening.Opened(SealedPart part) -> part.isWhole() ? new Sealed(part, part, stamp) : rest(part, stamp);
            case Opening.Newer(int version) -> throw SealedHead.newer(segment, version);
            case Opening.Unreadable() -> {
                damages.accept(SealedHead.unreadable(segment));
                yield inMemory(new PartBuilder(0), stamp);
            }
        };
    }

    private static Sealed rest(SealedPart damaged, List<Object> stamp) throws IOException {
        try (damaged) {
            return inMemory(damaged.rest(), stamp);
        }
    }

    private static Sealed inMemory(Part part, List<Object> stamp) {
        return new Sealed(() -> { }, part, stamp);
    }

    private void forgetOthers(List<Segment> segments) throws IOException {
        List<Long> numbers = segments.stream().map(Segment::number).toList();
        growing.keySet().retainAll(numbers);
        for (Long number : List.copyOf(sealed.keySet())) {
            if (!numbers.contains(number)) {
                sealed.remove(number).file().close();
            }
        }
    }

    @Override public void close() throws IOException {
        for (Sealed each : sealed.values()) {
            each.file().close();
        }
        sealed.clear();
    }
}
