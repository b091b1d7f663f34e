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
/// [spent][SpentLogs]. Whoever reads meanwhile finds one form or the other. A log of which something could not be read
/// is renamed to `….log.damaged`, in case somebody wants to look at it.
final class Sealing {
    /// After how many records the pace is asked.
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

    /// Is asked now and then while a segment is being sealed, and may take its time to answer.
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
                    return new Attempt(segments.get(i), bound).run(pace);
                }
            }
        }
        return new Outcome.Nothing();
    }

    /// The sealing of one segment.
    private final class Attempt {
        private final Segment log;
        private final Bound bound;
        private final PartBuilder part;
        private final List<Damage> damages = new ArrayList<>();
        private long first;
        private long last;

        Attempt(Segment log, Bound bound) throws IOException {
            this.log = log;
            this.bound = bound;
            this.part = new PartBuilder(log.number());
            this.first = Bound.inHeader(log);
            this.last = first - 1;
        }

        Outcome run(Pace pace) throws IOException {
            if (!read(pace)) {
                return new Outcome.Nothing();
            }
            settleEnds();
            write();
            boolean isWhole = damages.isEmpty() && part.events() == last - first + 1;
            if (!isWhole) {
                setAside();
            }
            return new Outcome.Sealed(log.other(), part.events(), damages);
        }

        /// @return false when it was given up
        private boolean read(Pace pace) throws IOException {
            long before = first == 0 ? SegmentReader.UNKNOWN : first - 1;
            try (SegmentReader reader = new SegmentReader(log, before, damages::add)) {
                while (reader.next() && reader.sequence() < bound.successor()) {
                    first = first == 0 ? reader.sequence() : first;
                    last = reader.sequence();
                    reader.decode(damages::add, event -> part.add(event.sequence(), event.event()));
                    if (last % STRIDE == 0 && !pace.goesOn()) {
                        return false;
                    }
                }
                if (reader.hasUnreadableEnd()) {
                    damages.add(new Damage(log.file(), reader.end(), reader.limit(), "the end cannot be read"));
                }
            }
            return true;
        }

        /// Makes up for what the segment itself does not tell: where it begins, and where it ends.
        private void settleEnds() throws IOException {
            if (first == 0) {
                damages.add(new Damage(log.file(), 0, Files.size(log.file()), "no record in it can be read"));
                first = bound.successor();
            }
            last = bound.isExact() || last < first ? bound.successor() - 1 : last;
        }

        private void write() throws IOException {
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

        private void setAside() throws IOException {
            Files.move(log.file(), log.file().resolveSibling(log.file().getFileName() + ".damaged"),
                    StandardCopyOption.ATOMIC_MOVE);
            disk.syncFolder(directory);
        }
    }
}
