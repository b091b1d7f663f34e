package prisme.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;

/// Creates the folder of a log where there is none: for its owner alone, and so that it survives a power cut.
final class DataFolder {
    private DataFolder() {}

    /// @throws StoreException when it cannot be made
    static void make(Path directory, Disk disk) throws StoreException {
        try {
            for (Path missing : missing(directory.toAbsolutePath())) {
                Files.createDirectories(missing, attributes(directory));
                syncName(missing, disk);
            }
            Files.createDirectories(directory, attributes(directory));
        } catch (FileAlreadyExistsException e) {
            throw new StoreException("the data directory " + directory + " is a file");
        } catch (IOException e) {
            throw new StoreException("cannot make the data directory " + directory, e);
        }
    }

    /// Makes sure that files can be made in it. Where those of an earlier process can be written to, their folder need
    /// not be, and then nothing would be kept of visits, and no next segment begun.
    ///
    /// @throws StoreException when they cannot
    static void requireWritable(Path directory, Disk disk) throws StoreException {
        if (!disk.isWritable(directory)) {
            throw new StoreException("cannot make files in the data directory " + directory
                    + "; let the user that runs Prisme write to it");
        }
    }

    /// The folders on the way that do not exist, outermost first.
    /* In x/../y, x may be missing, too: y can only be made, and found again later, once x is there. */
    private static Deque<Path> missing(Path directory) {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path folder = directory; folder != null && Files.notExists(folder); folder = folder.getParent()) {
            missing.addFirst(folder);
        }
        return missing;
    }

    private static void syncName(Path made, Disk disk) throws IOException {
        try {
            disk.syncFolder(made.getParent());
        } catch (AccessDeniedException _) {
            /* A folder of somebody else, in which we may create others but which we may not read. */
        }
    }

    private static FileAttribute<?>[] attributes(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }
}
