package prisme.store;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import prisme.columns.Sectors;

/// A disk that knows at any time what a power cut would leave: what was synced, and of the rest whatever pleases it. A
/// sync may fail; then what was to be synced never gets onto the disk, whatever is synced later: neither bytes of a
/// file, which nobody may sync again, nor names of files that were not made anew.
final class PowerCutDisk implements Disk {
    private final Disk real = Disk.real();
    private final Map<Path, byte[]> durable = new HashMap<>();
    private final Map<Path, Boolean> names = new HashMap<>();
    private final Map<Path, Path> renamed = new HashMap<>();
    private final Set<Path> lost = new HashSet<>();
    private Moment moment = () -> { };
    private int untilFailure = Integer.MAX_VALUE;

    /// What becomes of bytes that were written and not synced, and of names.
    enum Rest { DROPPED, KEPT, TORN, ZEROS, TRASHED }

    /// Something that happens before and behind each call.
    interface Moment {
        void come() throws IOException;
    }

    void atEveryCall(Moment each) {
        moment = each;
    }

    /// Lets one of the syncs of files and folders to come fail.
    ///
    /// @param ordinal 1 for the next one
    void failSync(int ordinal) {
        untilFailure = ordinal;
    }

    boolean hasFailed() {
        return untilFailure <= 0;
    }

    private boolean isTimeToFail() {
        return --untilFailure == 0;
    }

    /// Makes a folder as the one of this disk would be found after a power cut now.
    void cut(Path folder, Rest rest, Path into) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "events-*")) {
            for (Path file : files) {
                if (names.getOrDefault(file, false) || rest != Rest.DROPPED) {
                    Files.write(into.resolve(file.getFileName()), left(file, rest));
                }
            }
        }
    }

    private byte[] left(Path file, Rest rest) throws IOException {
        byte[] synced = durable.getOrDefault(file, new byte[0]);
        byte[] now = Files.readAllBytes(file);
        int same = Math.max(0, Arrays.mismatch(synced, now) < 0 ? now.length : Arrays.mismatch(synced, now));
        return switch (rest) {
            case DROPPED -> synced;
            case KEPT -> now;
            case TORN -> Arrays.copyOf(now, same + (now.length - same) / 2);
            case ZEROS -> Arrays.copyOf(Arrays.copyOf(now, same), now.length);
            case TRASHED -> trashed(now, same);
        };
    }

    private static byte[] trashed(byte[] bytes, int from) {
        byte[] noise = new byte[bytes.length - from];
        new Random(from).nextBytes(noise);
        byte[] trashed = bytes.clone();
        System.arraycopy(noise, 0, trashed, from, noise.length);
        return trashed;
    }

    @Override public Sectors read(Path file) throws IOException {
        return real.read(file);
    }

    @Override public AppendFile open(Path file) throws IOException {
        moment.come();
        names.putIfAbsent(file, false);
        renamed.remove(file);
        return new CutFile(file, real.open(file));
    }

    @Override public void rename(Path from, Path to) throws IOException {
        moment.come();
        real.rename(from, to);
        lost.remove(to);
        durable.put(to, durable.remove(from));
        names.remove(from);
        names.put(to, false);
        renamed.put(from, to);
        moment.come();
    }

    @Override public boolean isWritable(Path folder) {
        return real.isWritable(folder);
    }

    @Override public void syncFolder(Path folder) throws IOException {
        moment.come();
        if (isTimeToFail()) {
            names.values().removeIf(isThere -> !isThere);
            throw new IOException("Input/output error");
        }
        names.replaceAll((_, _) -> true);
        moment.come();
    }

    private final class CutFile implements AppendFile {
        private final Path path;
        private final AppendFile file;

        private CutFile(Path path, AppendFile file) {
            this.path = path;
            this.file = file;
        }

        @Override public void write(byte[] bytes, int length) throws IOException {
            moment.come();
            file.write(bytes, length);
            moment.come();
        }

        @Override public void truncate(long size) throws IOException {
            moment.come();
            file.truncate(size);
            moment.come();
        }

        @Override public void sync() throws IOException {
            moment.come();
            if (isTimeToFail()) {
                lost.add(path);
                throw new IOException("Input/output error");
            }
            assertFalse(lost.contains(path), "a file is synced again");
            Path now = renamed.getOrDefault(path, path);
            durable.put(now, Files.readAllBytes(now));
            moment.come();
        }

        @Override public void close() throws IOException {
            file.close();
        }
    }
}
