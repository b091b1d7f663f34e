package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import prisme.columns.PartWriter;
import prisme.columns.SealedPart.Contents;

/// How long events are kept.
public sealed interface Retention {
    /// For good.
    record Forever() implements Retention {}

    /// A sealed segment is dropped when all its events are older than this.
    record For(Duration longest) implements Retention {}

    /// Drops sealed segments that are too old.
    ///
    /// @return how many
    /// @throws IOException when one cannot be read or deleted
    default int drop(Path directory, Instant now) throws IOException {
        return drop(directory, now, Disk.real());
    }

    /// Does the same on a disk that tests can let fail.
    default int drop(Path directory, Instant now, Disk disk) throws IOException {
        int dropped = this instanceof For(Duration longest)
                ? dropOlder(directory, now.minus(longest).getEpochSecond()) : 0;
        if (dropped > 0) {
            disk.syncFolder(directory);
        }
        return dropped;
    }

    /* The oldest segments may be missing, but a gap in the middle counts as damage. So where history was imported after
     * newer events, an empty segment takes the place of one that is too old. */
    private static int dropOlder(Path directory, long second) throws IOException {
        List<Segment> segments = Segment.allIn(directory);
        boolean isOldest = true;
        int dropped = 0;
        for (Segment segment : segments) {
            boolean isOld = segment.isSealed() && SealedHead.of(segment) instanceof Contents.Known known
                    && (known.events() == 0 || known.lastSecond() < second);
            if (isOld) {
                Files.deleteIfExists(segment.other().file());  // first, or its events would be there again
            }
            if (isOld && isOldest) {
                Files.deleteIfExists(segment.file());
                dropped++;
            } else if (isOld) {
                dropped += empty(segment);
            }
            isOldest &= isOld;
        }
        return dropped;
    }

    private static int empty(Segment segment) throws IOException {
        if (!(SealedHead.of(segment) instanceof Contents.Known known) || known.events() == 0) {
            return 0;
        }
        Path aside = segment.aside();
        PartWriter.writeEmpty(segment.number(), known.firstSequence(), known.lastSequence(), aside);
        Files.move(aside, segment.file(), StandardCopyOption.ATOMIC_MOVE);
        return 1;
    }
}
