package prisme.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import prisme.columns.SealedPart;
import prisme.columns.SealedPart.Contents;
import prisme.columns.SealedPart.Opening;

/// Cleans up when a crash has interrupted the sealing of a segment. What was being written aside is deleted. Where the
/// segment is there in both forms, the log is deleted if the sealed form is whole, and otherwise the sealed form.
final class Leftovers {
    /// The end of the name of a file that is being written aside.
    static final String ASIDE = ".tmp";

    private Leftovers() {}

    /// @throws StoreException when a file is of a later format, or cannot be read or deleted
    static void remove(Path directory) throws StoreException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (isAside(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
            List<Segment> all = Segment.allIn(directory);
            for (Segment segment : all) {
                if (segment.isSealed() && Files.isRegularFile(segment.other().file())) {
                    decide(segment.other(), segment, segment.equals(all.getLast()));
                }
            }
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException("cannot remove what a crash left in " + directory, e);
        }
    }

    private static boolean isAside(String name) {
        return name.startsWith(Segment.PREFIX)
                && (name.endsWith(Segment.COLUMNS + ASIDE) || name.endsWith(Segment.LOG + ASIDE));
    }

    private static void decide(Segment log, Segment sealed, boolean isLast) throws IOException {
        SealedHead.of(sealed);
        boolean isWhole = isWhole(sealed);
        if (isWhole) {
            requireSameEvents(log, sealed, isLast);
        }
        Files.delete(isWhole ? log.file() : sealed.file());
    }

    /* They may hold different events when somebody put a file of another directory here; only the owner knows which of
     * the two is right. Only the log of the last segment is read to its end, as it may have been written to: a crash
     * may leave many logs, and reading them all would take long. */
    private static void requireSameEvents(Segment log, Segment sealed, boolean isLast) throws IOException {
        long first = Bound.inHeader(log);
        if (first > 0 && SealedHead.of(sealed) instanceof Contents.Known known
                && (known.firstSequence() != first || isLast && known.lastSequence() < lastIn(log, first))) {
            throw new StoreException(log.file() + " and " + sealed.file() + " hold different events under one number;"
                    + " move the one that does not belong here to another place");
        }
    }

    private static long lastIn(Segment log, long first) throws IOException {
        long last = first - 1;
        try (SegmentReader reader = new SegmentReader(log, first - 1, _ -> { })) {
            while (reader.next()) {
                last = reader.sequence();
            }
        }
        return last;
    }

    private static boolean isWhole(Segment sealed) throws IOException {
        boolean[] isCorrupt = {false};
        return SealedPart.open(sealed.file(), _ -> isCorrupt[0] = true) instanceof Opening.Opened(SealedPart part)
                && isWhole(part, sealed) && !isCorrupt[0];
    }

    private static boolean isWhole(SealedPart part, Segment sealed) throws IOException {
        try (part) {
            return part.isWhole() && part.number() == sealed.number();
        }
    }
}
