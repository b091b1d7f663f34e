package prisme.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A file that is only replaced as a whole, and can only be read by its owner, if the file system supports that. After
/// a crash or a power failure there is either the old file or the new one.
public final class KeptFile {
    private static final int WIPED_AT_ONCE = 1 << 16;

    private final Path file;
    private final Path draft;

    public KeptFile(Path file) {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".tmp");
    }

    /// Writes the content of the file.
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    public Path path() {
        return file;
    }

    /// Whether it exists and is a regular file.
    public boolean exists() {
        return Files.isRegularFile(file);
    }

    /// Refuses a file that only a later Prisme can read. It must not be changed then.
    ///
    /// @param version the format version in the file
    /// @param latest  the latest version that this Prisme knows
    /// @throws UncheckedIOException when the version is later; it stops the start
    public void refuseLater(int version, int latest) {
        if (version > latest) {
            throw new UncheckedIOException(new IOException(file + " has format version " + version
                    + ", but this Prisme knows " + latest + " at most: use a newer Prisme"));
        }
    }

    /// Deletes what a crash has left of an unfinished new file. The file itself stays as it is.
    public void clear() throws IOException {
        Files.deleteIfExists(draft);
    }

    /// Does the same, but ignores failures: the next [#replace(Writing)] would report them.
    public void tidy() {
        try {
            clear();
        } catch (IOException _) {
            return;  // the file itself is as good as before
        }
    }

    /// Replaces the file. Returns once the new one is on the disk.
    public void replace(Writing writing) throws IOException {
        clear();
        try {
            write(writing);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        forceFolder();
    }

    private void write(Writing writing) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE), forTheOwnerAlone())) {
            writing.to(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /// Like [#replace(Writing)], and overwrites the old file's bytes with zeros, which would otherwise stay on the disk
    /// until the space is used again.
    public void replaceAndWipe(Writing writing) throws IOException {
        if (!exists()) {
            replace(writing);
            return;
        }
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
            replace(writing);
            wipe(old);
        }
    }

    private static void wipe(FileChannel old) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(old.size(), WIPED_AT_ONCE));
        for (long at = 0; at < old.size(); at += zeros.capacity()) {
            old.write(zeros.clear().limit((int) Math.min(old.size() - at, zeros.capacity())), at);
        }
        old.force(true);
    }

    private void forceFolder() throws IOException {
        if (knowsOwners()) {
            try (FileChannel folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private FileAttribute<?>[] forTheOwnerAlone() {
        return knowsOwners()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private boolean knowsOwners() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
