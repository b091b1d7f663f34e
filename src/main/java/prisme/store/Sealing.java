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
import prisme.store.SegmentHeader.Finding;

/// Gives segments that are not written to any more the form in which they are kept: columns.
///
/// The new file is written aside, synced and renamed, and the folder is synced, before the log is deleted. Whoever
/// reads meanwhile finds one form or the other. A log in which something could not be read is not deleted but set aside
/// as `….log.damaged`, should anybody want to look at it.
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
        List<Segment> logs = Segment.in(directory);
        for (int i = 0; i + 1 < logs.size() && logs.get(i).number() < active.getAsLong(); i++) {
            long successor = firstSequence(logs.get(i + 1));
            boolean isNext = logs.get(i + 1).number() == logs.get(i).number() + 1;
            if (isNext && successor > 0 && successor - 1 <= upTo.getAsLong()) {
                return seal(logs.get(i), successor, pace);
            }
        }
        return new Outcome.Nothing();
    }

    private static long firstSequence(Segment log) throws StoreException {
        return SegmentHeader.of(log) instanceof Finding.Whole(SegmentHeader(var _, long first)) ? first : 0;
    }

    private Outcome seal(Segment log, long successor, Pace pace) throws IOException {
        long header = firstSequence(log);
        List<Damage> damages = new ArrayList<>();
        PartBuilder part = new PartBuilder(log.number());
        long first = header;
        try (SegmentReader reader =
                     new SegmentReader(log, header == 0 ? SegmentReader.UNKNOWN : header - 1, damages::add)) {
            while (reader.next() && reader.sequence() < successor) {
                first = first == 0 ? reader.sequence() : first;
                reader.decode(damages::add, event -> part.add(event.sequence(), event.event()));
                if (reader.sequence() % STRIDE == 0 && !pace.goesOn()) {
                    return new Outcome.Nothing();
                }
            }
        }
        first = first == 0 ? successor : first;
        Path aside = directory.resolve(log.other().file().getFileName() + Leftovers.ASIDE);
        PartWriter.write(part, log.number(), first, successor - 1, aside);
        Files.move(aside, log.other().file(), StandardCopyOption.ATOMIC_MOVE);
        disk.syncFolder(directory);
        boolean isWhole = damages.isEmpty() && part.events() == successor - first;
        remove(log, isWhole);
        return new Outcome.Sealed(log.other(), part.events(), damages);
    }

    private void remove(Segment log, boolean isWhole) throws IOException {
        if (isWhole) {
            Files.delete(log.file());
        } else {
            Files.move(log.file(), log.file().resolveSibling(log.file().getFileName() + ".damaged"),
                    StandardCopyOption.ATOMIC_MOVE);
        }
        disk.syncFolder(directory);
    }
}
