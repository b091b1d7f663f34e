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

/// A file that is only ever replaced as a whole, and readable by its owner alone, where the file system knows owners.
/// Whatever ends the process, and when the power fails, the old one is there or the new one.
public final class KeptFile {
    private static final int WIPED_AT_ONCE = 1 << 16;

    private final Path file;
    private final Path draft;

    public KeptFile(Path file) {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".tmp");
    }

    /// Writes what is to be in the file.
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    public Path path() {
        return file;
    }

    /// Whether it is there; what is no file, such as a pipe, is not it.
    public boolean exists() {
        return Files.isRegularFile(file);
    }

    /// Refuses what only a later Prisme can read. Nothing else is to be done with the file then.
    ///
    /// @param version which the file says it has
    /// @param latest  the last one that is known
    /// @throws UncheckedIOException which ends the start, when the file's is later
    public void refuseLater(int version, int latest) {
        if (version > latest) {
            throw new UncheckedIOException(new IOException(file + " has format version " + version
                    + ", but this Prisme knows " + latest + " at most: use a newer Prisme"));
        }
    }

    /// Takes away what a crash left of a new file. The old one is as it was.
    public void clear() throws IOException {
        Files.deleteIfExists(draft);
    }

    /// Does the same where that can be. Else whoever is to be kept next hears of it.
    public void tidy() {
        try {
            clear();
        } catch (IOException _) {
            return;  // the file itself is as good as before
        }
    }

    /// Puts a new file in the place of the old one.
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

    /// As [#replace(Writing)], and overwrites the old file's bytes, which would otherwise stay on the disk until
    /// something else comes to lie there.
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
