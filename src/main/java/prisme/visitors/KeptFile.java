package prisme.visitors;

import java.io.IOException;
import java.io.OutputStream;
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

/// A file that is only ever replaced as a whole, and readable by its owner alone. Whatever ends the process, and when
/// the power fails, the old one is there or the new one.
final class KeptFile {
    private final Path file;
    private final Path draft;

    KeptFile(Path file) {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".tmp");
    }

    /// Writes what is to be in the file.
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// Takes away what a crash left of a new file. The old one is as it was.
    void clear() throws IOException {
        Files.deleteIfExists(draft);
    }

    /// Puts a new file in the place of the old one.
    void replace(Writing writing) throws IOException {
        clear();
        try (FileChannel channel = FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE), forTheOwnerAlone())) {
            writing.to(Channels.newOutputStream(channel));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
    }

    /// As [#replace(Writing)], and overwrites the old file's bytes, which would otherwise stay on the disk until
    /// something else comes to lie there.
    void replaceAndWipe(Writing writing) throws IOException {
        if (!exists()) {
            replace(writing);
            return;
        }
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
            replace(writing);
            old.write(ByteBuffer.allocate(Math.toIntExact(old.size())), 0);
            old.force(true);
        }
    }

    private void forceFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private FileAttribute<?>[] forTheOwnerAlone() {
        boolean hasPermissions = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return hasPermissions
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
