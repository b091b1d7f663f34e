package prisme.columns;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Reads bytes of a file even where the disk cannot: a sector that the disk fails to read counts as zeros from then on.
/// Checksums tell whether that matters, and where there is parity it restores the sector like any other damage.
///
/* A disk may try for seconds before it gives up a sector, so none is read twice. And where nothing at all can be read,
 * reading fails before every sector has been tried. */
public final class Sectors implements Closeable {
    /// What a disk reads at once, or not at all.
    public static final int SIZE = 4096;
    /// How many sectors of a file may be unreadable; with more, reading fails.
    static final int MOST_LOST = 256;

    private final Opener opener;
    private final Set<Long> lost = ConcurrentHashMap.newKeySet();
    private volatile Bytes file;

    /// Opens a file, or opens it again.
    public interface Opener {
        Bytes open() throws IOException;
    }

    /// The few calls that read a file, so that tests can let each of them fail.
    public interface Bytes extends Closeable {
        /// Reads what there is from a position on, as [FileChannel#read(ByteBuffer, long)] does.
        int read(ByteBuffer into, long position) throws IOException;

        long size() throws IOException;
    }

    private interface Look {
        long at(Bytes bytes) throws IOException;
    }

    private record Channel(FileChannel channel) implements Bytes {
        @Override public int read(ByteBuffer into, long position) throws IOException {
            return channel.read(into, position);
        }

        @Override public long size() throws IOException {
            return channel.size();
        }

        @Override public void close() throws IOException {
            channel.close();
        }
    }

    public Sectors(Opener opener) throws IOException {
        this.opener = opener;
        this.file = opener.open();
    }

    public static Sectors of(Path file) throws IOException {
        return new Sectors(() -> bytes(file));
    }

    static Bytes bytes(Path file) throws IOException {
        return new Channel(FileChannel.open(file, StandardOpenOption.READ));
    }

    public long size() throws IOException {
        return look(Bytes::size);
    }

    /// Reads bytes, with zeros in place of those that the disk cannot read or the file does not have.
    ///
    /// @throws IOException when more than [#MOST_LOST] sectors are unreadable, or the file cannot be opened again
    public void read(long position, byte[] into, int at, int length) throws IOException {
        ByteBuffer room = ByteBuffer.wrap(into, at, length);
        while (room.hasRemaining() && readSome(room, position + room.position() - at) >= 0) {
            continue;
        }
        Arrays.fill(into, room.position(), at + length, (byte) 0);
    }

    private int readSome(ByteBuffer room, long position) throws IOException {
        if (lost.isEmpty()) {
            try {
                return readOnce(room, position);
            } catch (ClosedChannelException | FileSystemException e) {
                throw e;
            } catch (IOException _) {
                /* One of these sectors cannot be read. From now on they are read one by one. */
            }
        }
        return readSector(room, position);
    }

    /// Reads no further than to the end of a sector.
    private int readSector(ByteBuffer room, long position) throws IOException {
        int length = (int) Math.min(room.remaining(), SIZE - position % SIZE);
        if (lost.contains(position / SIZE)) {
            return putZeros(room, length);
        }
        ByteBuffer piece = room.slice(room.position(), length);
        try {
            int read = readOnce(piece, position);
            room.position(room.position() + piece.position());
            return read;
        } catch (ClosedChannelException | FileSystemException e) {
            throw e;
        } catch (IOException e) {
            lose(position / SIZE, e);
            return putZeros(room, length);
        }
    }

    private void lose(long sector, IOException why) throws IOException {
        if (lost.size() >= MOST_LOST) {
            throw why;
        }
        lost.add(sector);
    }

    private static int putZeros(ByteBuffer room, int count) {
        room.put(new byte[count]);
        return count;
    }

    private int readOnce(ByteBuffer room, long position) throws IOException {
        return (int) look(bytes -> bytes.read(room, position));
    }

    /* A file is closed when another thread is interrupted while it reads, and by [Descriptors] when too many are open.
     * When it cannot be opened again, that is a FileSystemException, and no damage of its sectors. */
    private long look(Look look) throws IOException {
        for (Bytes now = file; ; now = opened(now)) {
            try {
                return look.at(now);
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (ClosedChannelException _) {
                continue;
            }
        }
    }

    private synchronized Bytes opened(Bytes closed) throws IOException {
        if (file == closed) {
            file = opener.open();
        }
        return file;
    }

    /// Whether anything from a position on was found to be unreadable so far.
    public boolean hasLostFrom(long position) {
        return lost.stream().anyMatch(sector -> (sector + 1) * SIZE > position);
    }

    @Override public void close() throws IOException {
        file.close();
    }
}
