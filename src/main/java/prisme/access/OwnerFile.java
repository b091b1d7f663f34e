package prisme.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A small file that only the owner of the process may read, where the file system knows owners.
final class OwnerFile {
    private static final int MAX_BYTES = 4096;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    OwnerFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /// What the file holds; where it does not exist or holds nothing right, it is first written with what `fresh`
    /// gives.
    ///
    /// @throws IOException when the file can be neither read nor written
    byte[] readOrWrite(Predicate<byte[]> isRight, Supplier<byte[]> fresh) throws IOException {
        byte[] found = read();
        if (isRight.test(found)) {
            return found;
        }
        byte[] bytes = fresh.get();
        try {
            write(bytes);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, "cannot be written: " + e.getMessage());
        }
        return bytes;
    }

    /// Deletes what a crash left of a file that is not asked for any more.
    void removeUnfinished() throws IOException {
        Files.deleteIfExists(aside());
    }

    private Path aside() {
        return file.resolveSibling(file.getFileName() + ".tmp");
    }

    private byte[] read() throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? new byte[0] : bytes;
        } catch (NoSuchFileException _) {
            return new byte[0];
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, "cannot be read: " + e.getMessage());
        }
    }

    /* Written aside, forced and renamed, so that a crash leaves all of it or nothing. */
    private void write(byte[] bytes) throws IOException {
        removeUnfinished();
        Path aside = aside();
        try (FileChannel channel = FileChannel.open(aside,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes())) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        if (knowsOwners()) {
            try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent())) {
                directory.force(true);
            }
        }
    }

    private FileAttribute<?>[] attributes() {
        return knowsOwners()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    private boolean knowsOwners() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
