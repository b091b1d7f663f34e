package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import prisme.columns.Sectors;

/// The few file operations that the log needs, so that tests can make each of them fail.
interface Disk {
    /// Opens a file for writing at its end, and creates it if it does not exist.
    AppendFile open(Path file) throws IOException;

    /// Opens a file for reading.
    Sectors read(Path file) throws IOException;

    /// Forces the names in a folder onto the disk.
    void syncFolder(Path folder) throws IOException;

    /// Renames a file, replacing one that has the new name.
    void rename(Path from, Path to) throws IOException;

    /// Whether files may be created and deleted in a folder.
    boolean isWritable(Path folder);

    /// A file that grows at its end.
    interface AppendFile extends Closeable {
        /// Hands the first `length` bytes to the kernel. When it fails, any part of them may have been written.
        void write(byte[] bytes, int length) throws IOException;

        /// Cuts the file to a size; the next bytes are written there.
        void truncate(long size) throws IOException;

        /// Forces everything written so far onto the disk.
        void sync() throws IOException;
    }

    /// The disk of this machine.
    static Disk real() {
        return new Disk() {
            @Override public AppendFile open(Path file) throws IOException {
                return new RealFile(file);
            }

            @Override public Sectors read(Path file) throws IOException {
                return Sectors.of(file);
            }

            @Override public void syncFolder(Path folder) throws IOException {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }

            @Override public void rename(Path from, Path to) throws IOException {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            }

            @Override public boolean isWritable(Path folder) {
                return Files.isWritable(folder);
            }
        };
    }

    /* Not a FileChannel: it is closed for everybody when any thread that writes or syncs is interrupted. */
    final class RealFile implements AppendFile {
        private final RandomAccessFile file;

        private RealFile(Path path) throws IOException {
            file = new RandomAccessFile(path.toFile(), "rw");
            file.seek(file.length());
        }

        @Override public void write(byte[] bytes, int length) throws IOException {
            file.write(bytes, 0, length);
        }

        @Override public void truncate(long size) throws IOException {
            file.setLength(size);
            file.seek(size);
        }

        @Override public void sync() throws IOException {
            file.getFD().sync();
        }

        @Override public void close() throws IOException {
            file.close();
        }
    }
}
