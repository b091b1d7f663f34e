package prisme.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Keeps the bytes that are cut off a segment in a file beside it, in case somebody wants to look at them.
final class TornTail {
    /// The most bytes that are kept.
    static final int MOST = 1024 * 1024;

    private TornTail() {}

    static Path file(Segment segment, long from) {
        return segment.file().resolveSibling(segment.file().getFileName() + ".torn-" + from);
    }

    /// Copies what comes behind `from`, unless it is nothing but zeros, which some file systems leave after a power
    /// cut.
    static void keep(Segment segment, long from) {
        try (InputStream in = Files.newInputStream(segment.file())) {
            in.skipNBytes(from);
            byte[] tail = in.readNBytes(MOST);
            if (!Arrays.equals(tail, new byte[tail.length])) {
                Files.write(file(segment, from), tail);
            }
        } catch (IOException _) {
            /* The tail was never acknowledged: a full disk must not keep the server from starting without it. */
        }
    }
}
