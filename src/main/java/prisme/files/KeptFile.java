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
import java.util.Optional;
import java.util.Set;

/// A file that is only replaced as a whole, and can only be read by its owner, if the file system supports that. After
/// a crash or a power failure there is either the old file or the new one, unless it was [#overwrite(byte[])] that was
/// interrupted.
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
    /// until the space is used again. A file that may be replaced but not written to is not overwritten.
    public void replaceAndWipe(Writing writing) throws IOException {
        Optional<FileChannel> old = openOld();
        if (old.isEmpty()) {
            replace(writing);
            return;
        }
        try (FileChannel channel = old.get()) {
            replace(writing);
            wipe(channel, 0);
        }
    }

    /* To replace a file takes the permission to write to its directory, not to the file itself. */
    private Optional<FileChannel> openOld() {
        try {
            return exists() ? Optional.of(FileChannel.open(file, StandardOpenOption.WRITE)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Overwrites the file where it is, and what it had beyond the new content with zeros. Unless that is longer than
    /// the file, a full disk has room for it. A crash meanwhile leaves a file that is neither the old nor the new one.
    public void overwrite(byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left, left.position());
            }
            wipe(channel, content.length);
            channel.truncate(content.length);
            channel.force(true);
        }
    }

    private static void wipe(FileChannel old, long from) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(old.size(), WIPED_AT_ONCE));
        for (long at = from; at < old.size(); at += zeros.capacity()) {
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
