package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import prisme.columns.PartBuilder;
import prisme.columns.PartWriter;

/// Gives segments that are not written to any more the form in which they are kept: columns.
///
/// The new file is written aside, synced and renamed, and the folder is synced; from then on the log is
/// [spent][SpentLogs]. Whoever reads meanwhile finds one form or the other. A log in which something could not be read
/// is set aside as `….log.damaged`, should anybody want to look at it.
final class Sealing {
    /// Records between two looks whether to go on.
    private static final int STRIDE = 1024;

    private final Path directory;
    private final LongSupplier active;
    private final LongSupplier upTo;
    private final Disk disk;

    /// @param active the number of the segment that is written to
    /// @param upTo   the highest sequence number that may be sealed
    Sealing(Path directory, LongSupplier active, LongSupplier upTo, Disk disk) {
        this.directory = directory;
        this.active = active;
        this.upTo = upTo;
        this.disk = disk;
    }

    /// Is asked now and then while a segment is being sealed, and may take its time.
    interface Pace {
        /// Whether to go on.
        boolean goesOn();
    }

    /// What came of an attempt.
    sealed interface Outcome {
        /// @param damages what could not be read any more
        record Sealed(Segment segment, int events, List<Damage> damages) implements Outcome {}

        /// There was nothing to do, or it was given up.
        record Nothing() implements Outcome {}
    }

    /// Seals the first segment that can be.
    ///
    /// @throws IOException when it cannot be read or written; then it stays what it was
    Outcome sealOne(Pace pace) throws IOException {
        List<Segment> segments = Segment.allIn(directory);
        for (int i = 0; i + 1 < segments.size() && segments.get(i).number() < active.getAsLong(); i++) {
            if (!segments.get(i).isSealed()) {
                Bound bound = Bound.behind(segments, i);
                if (bound.isKnown() && bound.successor() - 1 <= upTo.getAsLong()) {
                    return seal(segments.get(i), bound, pace);
                }
            }
        }
        return new Outcome.Nothing();
    }

    private Outcome seal(Segment log, Bound bound, Pace pace) throws IOException {
        long header = Bound.inHeader(log);
        List<Damage> damages = new ArrayList<>();
        PartBuilder part = new PartBuilder(log.number());
        long first = header;
        long last = header - 1;
        try (SegmentReader reader =
                     new SegmentReader(log, header == 0 ? SegmentReader.UNKNOWN : header - 1, damages::add)) {
            while (reader.next() && reader.sequence() < bound.successor()) {
                first = first == 0 ? reader.sequence() : first;
                last = reader.sequence();
                reader.decode(damages::add, event -> part.add(event.sequence(), event.event()));
                if (reader.sequence() % STRIDE == 0 && !pace.goesOn()) {
                    return new Outcome.Nothing();
                }
            }
            if (reader.hasUnreadableEnd()) {
                damages.add(new Damage(log.file(), reader.end(), reader.limit(), "the end cannot be read"));
            }
        }
        if (first == 0) {
            damages.add(new Damage(log.file(), 0, Files.size(log.file()), "no record in it can be read"));
            first = bound.successor();
        }
        last = bound.isExact() || last < first ? bound.successor() - 1 : last;
        keep(part, log, first, last);
        boolean isWhole = damages.isEmpty() && part.events() == last - first + 1;
        if (!isWhole) {
            setAside(log);
        }
        return new Outcome.Sealed(log.other(), part.events(), damages);
    }

    private void keep(PartBuilder part, Segment log, long first, long last) throws IOException {
        Path aside = log.other().aside();
        try {
            PartWriter.write(part, log.number(), first, last, aside);
            disk.rename(aside, log.other().file());
        } catch (IOException e) {
            Files.deleteIfExists(aside);
            throw e;
        }
        disk.syncFolder(directory);
    }

    private void setAside(Segment log) throws IOException {
        Files.move(log.file(), log.file().resolveSibling(log.file().getFileName() + ".damaged"),
                StandardCopyOption.ATOMIC_MOVE);
        disk.syncFolder(directory);
    }
}
