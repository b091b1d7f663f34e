package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import prisme.columns.SealedPart.Contents;
import prisme.store.SegmentHeader.Finding;

/// Walks over the events of all segments of a directory in order of arrival, and reports what is missing or damaged in
/// between. It ends where the last segment ended when the walk came to it, before a record that was being written.
final class LogWalk {
    private static final long UNKNOWN = SegmentReader.UNKNOWN;

    /// What is done at each event.
    interface Step {
        void at(Cursor event) throws IOException;
    }

    private record Part(Segment segment, long firstSequence, boolean isBegun) {}

    private final OpenSegments open;
    private final Consumer<Damage> damages;
    private final List<Part> parts = new ArrayList<>();
    private long last = UNKNOWN;
    private long tornBytes;
    private long sealedBytes;

    /// @throws StoreException when a segment is of a later format, or cannot be read
    LogWalk(Path directory, OpenSegments open, Consumer<Damage> damages) throws IOException {
        this(Segment.allIn(directory), open, damages);
        tellNoFiles(Segment.noFilesIn(directory));
    }

    /* Where the next segment belongs, or the only one. One between two segments is reported as a gap, and others have
     * nothing to do with the log. */
    private void tellNoFiles(List<Segment> found) {
        for (Segment segment : found) {
            if (parts.isEmpty() || segment.number() == parts.getLast().segment().number() + 1) {
                damages.accept(new Damage(segment.file(), 0, 0, "this is no file"));
            }
        }
    }

    /// @param listed all segments as they were a moment ago, by number
    LogWalk(List<Segment> listed, OpenSegments open, Consumer<Damage> damages) throws IOException {
        this.open = open;
        this.damages = damages;
        for (Segment segment : listed) {
            Optional<Part> part = part(segment);
            add(part.isPresent() ? part : part(segment.other()));
        }
        while (!parts.isEmpty() && !parts.getLast().isBegun()) {
            parts.removeLast();
        }
    }

    /* A segment that was deleted since it was listed was dropped for its age, and so were all before it. */
    private void add(Optional<Part> found) {
        if (found.isPresent()) {
            parts.add(found.get());
        } else {
            parts.clear();
        }
    }

    /// Empty when the segment does not have this form any more.
    private static Optional<Part> part(Segment segment) throws IOException {
        try {
            return Optional.of(segment.isSealed() ? sealedPart(segment) : logPart(segment));
        } catch (StoreException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Part sealedPart(Segment segment) throws IOException {
        return new Part(segment,
                SealedHead.of(segment) instanceof Contents.Known known ? known.firstSequence() : UNKNOWN, true);
    }

    private static Part logPart(Segment segment) throws IOException {
        Finding header = SegmentHeader.of(segment);
        long first = header instanceof Finding.Whole(SegmentHeader(var _, long sequence)) ? sequence : UNKNOWN;
        return new Part(segment, first, !(header instanceof Finding.Cut));
    }

    List<Segment> segments() {
        return parts.stream().map(Part::segment).toList();
    }

    /// How many bytes at the end belong to no whole record; known after the walk.
    long tornBytes() {
        return tornBytes;
    }

    /// How many bytes the sealed segments have; known after the walk.
    long sealedBytes() {
        return sealedBytes;
    }

    void run(Step step) throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            begin(parts.get(i), i == 0 ? parts.get(i) : parts.get(i - 1));
            walk(parts.get(i), successor(i), step);
        }
    }

    private void begin(Part part, Part before) {
        boolean isFirst = part == before;
        Optional<Damage> gap = isFirst ? Optional.empty() : part.segment().missingAfter(before.segment());
        gap.ifPresent(damages);
        if (part.firstSequence() == UNKNOWN && !part.segment().isSealed()) {
            damages.accept(SegmentHeader.damaged(part.segment()));
        }
        if (isFirst || gap.isPresent()) {
            last = part.firstSequence() == UNKNOWN ? last : part.firstSequence() - 1;
        }
    }

    private long successor(int i) {
        boolean isKnown = i + 1 < parts.size()
                && parts.get(i + 1).segment().missingAfter(parts.get(i).segment()).isEmpty();
        return isKnown ? parts.get(i + 1).firstSequence() : UNKNOWN;
    }

    /// @param successor sequence number of the next segment's first record, which may repeat records of this one
    private void walk(Part part, long successor, Step step) throws IOException {
        try (Cursor cursor = open.cursor(part.segment(), last, damages)) {
            while (cursor.next()) {
                if (successor != UNKNOWN && cursor.sequence() >= successor) {
                    last = successor - 1;
                    return;
                }
                last = cursor.sequence();
                step.at(cursor);
            }
            end(cursor, part, successor);
        }
    }

    private void end(Cursor cursor, Part part, long successor) throws IOException {
        switch (cursor) {
            case SegmentReader reader -> end(reader, part == parts.getLast(), successor);
            case SealedReader sealed -> end(sealed, successor);
            case EmptyCursor _ -> last = successor == UNKNOWN ? last : successor - 1;
        }
    }

    private void end(SealedReader reader, long successor) throws IOException {
        reader.finish();
        last = reader.lastSequence();
        sealedBytes += sizeOf(reader.segment().file());
        if (successor != UNKNOWN && successor - 1 > last) {
            damages.accept(new Damage(reader.segment().file(), 0, 0,
                    SegmentReader.records(successor - 1 - last) + " missing behind the sealed segment"));
            last = successor - 1;
        }
    }

    private static long sizeOf(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException _) {
            return 0;  // dropped for its age while it was read
        }
    }

    private void end(SegmentReader reader, boolean isLast, long successor) {
        long rest = Math.max(0, reader.limit() - reader.end());
        long missing = successor == UNKNOWN ? 0 : successor - 1 - last;
        if (reader.hasUnreadableEnd()) {
            damages.accept(new Damage(reader.segment().file(), reader.end(), reader.limit(), "the end cannot be read"));
            last += Math.max(0, missing);
        } else if (isLast || successor != UNKNOWN && missing == 0) {
            /* Before another segment, these are records that the disk failed to take, and that are there once more. */
            tornBytes += rest;
        } else if (rest > 0 || missing > 0) {
            damages.accept(new Damage(reader.segment().file(), reader.end(), reader.end() + rest,
                    missing == 0 ? "no record" : SegmentReader.records(missing) + " missing at the end"));
            last += Math.max(0, missing);
        }
    }
}
