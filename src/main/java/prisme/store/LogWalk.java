package prisme.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import prisme.store.SegmentHeader.Finding;

/// Walks over the records of all segments of a directory in order, and reports what is missing or damaged in between.
/// The walk ends where the log ended when it came to the last segment: a record being written then is not in it.
final class LogWalk {
    private static final long UNKNOWN = SegmentReader.UNKNOWN;

    /// What is done at each record.
    interface Step {
        void at(SegmentReader reader) throws IOException;
    }

    private record Part(Segment segment, Finding header) {
        long firstSequence() {
            return header instanceof Finding.Whole(SegmentHeader(var _, long first)) ? first : UNKNOWN;
        }
    }

    private final Consumer<Damage> damages;
    private final List<Part> parts = new ArrayList<>();
    private long last = UNKNOWN;
    private long tornBytes;

    /// @throws StoreException when a segment is of a later format, or cannot be read
    LogWalk(Path directory, Consumer<Damage> damages) throws StoreException {
        this.damages = damages;
        for (Segment segment : Segment.in(directory)) {
            parts.add(new Part(segment, SegmentHeader.of(segment)));
        }
        while (!parts.isEmpty() && parts.getLast().header() instanceof Finding.Cut) {
            parts.removeLast();
        }
    }

    List<Segment> segments() {
        return parts.stream().map(Part::segment).toList();
    }

    /// How many bytes at the end belong to no whole record; known after the walk.
    long tornBytes() {
        return tornBytes;
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
        if (part.firstSequence() == UNKNOWN) {
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
        try (SegmentReader reader = new SegmentReader(part.segment(), last, damages)) {
            while (reader.next()) {
                if (successor != UNKNOWN && reader.sequence() >= successor) {
                    last = successor - 1;
                    return;
                }
                last = reader.sequence();
                step.at(reader);
            }
            end(reader, part == parts.getLast(), successor);
        }
    }

    private void end(SegmentReader reader, boolean isLast, long successor) {
        long rest = Math.max(0, reader.limit() - reader.end());
        long missing = successor == UNKNOWN ? 0 : successor - 1 - last;
        if (isLast) {
            tornBytes = rest;
        } else if (rest > 0 || missing > 0) {
            damages.accept(new Damage(reader.segment().file(), reader.end(), reader.end() + rest,
                    missing == 0 ? "no record" : SegmentReader.records(missing) + " missing at the end"));
            last += Math.max(0, missing);
        }
    }
}
