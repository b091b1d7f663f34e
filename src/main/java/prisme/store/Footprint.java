package prisme.store;

import java.nio.file.Path;
import java.util.List;

/// How many segments a directory has in each form, and how many bytes they take.
public record Footprint(int logs, long logBytes, int sealed, long sealedBytes) {
    /// @throws StoreException when the directory cannot be listed
    public static Footprint of(Path directory) throws StoreException {
        List<Segment> logs = Segment.in(directory);
        List<Segment> sealed = Segment.sealedIn(directory);
        return new Footprint(logs.size(), bytes(logs), sealed.size(), bytes(sealed));
    }

    /* The size of a file that has just gone is 0. */
    private static long bytes(List<Segment> segments) {
        return segments.stream().mapToLong(segment -> segment.file().toFile().length()).sum();
    }
}
