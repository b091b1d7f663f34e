package prisme.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import prisme.columns.SealedPart;
import prisme.columns.SealedPart.Opening;

/// Ends what a crash interrupted while a segment was being sealed. There is either only what was being written aside,
/// or the segment in both forms: then the log goes, provided that the sealed form is whole, and otherwise that one.
final class Leftovers {
    /// What stands behind the name of a file that is being written.
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
            for (Segment log : Segment.in(directory)) {
                decide(log, log.other());
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

    private static void decide(Segment log, Segment sealed) throws IOException {
        if (Files.isRegularFile(sealed.file())) {
            SealedHead.of(sealed);
            Files.delete(isWhole(sealed) ? log.file() : sealed.file());
        }
    }

    private static boolean isWhole(Segment sealed) throws IOException {
        boolean[] isWounded = {false};
        return SealedPart.open(sealed.file(), _ -> isWounded[0] = true) instanceof Opening.Opened(SealedPart part)
                && isWhole(part, sealed) && !isWounded[0];
    }

    private static boolean isWhole(SealedPart part, Segment sealed) throws IOException {
        try (part) {
            return part.isWhole() && part.number() == sealed.number();
        }
    }
}
