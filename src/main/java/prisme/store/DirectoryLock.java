package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps every other process out of a directory that is written to. The lock is the kernel's: it is released when the
/// process that holds it ends, in whatever way. The file stays, with the process id of the last holder that
/// [signed][#sign()] it. If it is deleted or replaced, nobody is kept out any more. Safe for use by many threads.
final class DirectoryLock implements Closeable {
    static final String FILE = "lock";

    private final Path directory;
    private Held held;

    private DirectoryLock(Path directory) throws StoreException {
        this.directory = directory;
        this.held = Held.in(directory);
    }

    /// The file that is locked.
    private record Held(FileChannel channel, FileIdentity file) {
        private static Held in(Path directory) throws StoreException {
            try {
                Path file = directory.resolve(FILE);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
                lock(channel, directory);
                return taken(channel, file);
            } catch (StoreException e) {
                throw e;
            } catch (IOException e) {
                throw new StoreException("cannot write to the data directory " + directory, e);
            }
        }

        /* A lock whose channel is left open would be in the way of the next attempt. */
        private static Held taken(FileChannel channel, Path file) throws IOException {
            try {
                return new Held(channel, FileIdentity.at(file));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }
    }

    /// @throws StoreException when another log has it open, or the directory cannot be written to
    static DirectoryLock on(Path directory) throws StoreException {
        return new DirectoryLock(directory);
    }

    /// Says in the file who holds it. For the time when it is certain that the directory can be written to.
    ///
    /// @throws StoreException when it cannot
    synchronized void sign() throws StoreException {
        String pid = ProcessHandle.current().pid() + "\n";
        try {
            held.channel().truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            throw new StoreException("cannot write to the data directory " + directory, e);
        }
    }

    /// Whether it still keeps others out.
    synchronized boolean isHeld() {
        return held.file().isThere();
    }

    /// Locks the directory anew where its lock is gone.
    ///
    /// @throws StoreException when another log has it open, or it is not there or cannot be written to
    synchronized void regain() throws StoreException {
        Held gone = held;
        held = Held.in(directory);
        sign();
        try {
            gone.channel().close();
        } catch (IOException e) {
            throw new StoreException("cannot close the former lock of " + directory, e);
        }
    }

    private static void lock(FileChannel channel, Path directory) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                String holder = holder(channel);
                channel.close();
                throw DirectoryInUse.byAnother("the data directory " + directory + " is in use by another Prisme"
                        + holder);
            }
        } catch (OverlappingFileLockException e) {
            keepOpen(channel);
            throw DirectoryInUse.byUs("the data directory " + directory + " is already open in this process");
        }
    }

    /* To close any channel of a file releases all locks that the process has on it, even the one that we ran into. */
    private static void keepOpen(FileChannel channel) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return pid.matches("[0-9]+") ? " (process " + pid + ")" : "";
    }

    /// Releases the lock after something else has failed.
    void release(StoreException cause) {
        try {
            close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    @Override public synchronized void close() throws IOException {
        held.channel().close();
    }
}
