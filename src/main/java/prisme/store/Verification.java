package prisme.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What a check of every byte of a directory found. Nothing is changed, and another process may write meanwhile.
///
/// @param segments  how many segments there are
/// @param records   how many events can be read
/// @param bytes     how many bytes they take, in sealed segments with all that belongs to them
/// @param tornBytes how many bytes at the end belong to no whole record; no damage, the next start cuts them off
/// @param damages   how many places cannot be read
public record Verification(int segments, long records, long bytes, long tornBytes, long damages) {
    /// @param damages told of every damaged place
    /// @throws StoreException when a file is of a later format, or cannot be read at all
    public static Verification of(Path directory, Consumer<Damage> damages) throws IOException {
        Count count = new Count();
        Consumer<Damage> told = damage -> {
            count.damages++;
            damages.accept(damage);
        };
        try (OpenSegments segments = new OpenSegments()) {
            LogWalk walk = new LogWalk(directory, segments, told);
            walk.run(event -> event.decode(told, _ -> {
                count.records++;
                count.bytes += event.end() - event.position();
            }));
            return new Verification(walk.segments().size(), count.records, count.bytes + walk.sealedBytes(),
                    walk.tornBytes(), count.damages);
        }
    }

    /// Whether every event that was ever stored here can be read.
    public boolean isWhole() {
        return damages == 0;
    }

    private static final class Count {
        private long records;
        private long bytes;
        private long damages;
    }
}
