package prisme.columns;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import prisme.columns.Head.Block;

/// Reads the blocks of a file. Each is checked whenever it is read.
///
/* Read and not mapped: a mapped file that a disk cannot read, or that becomes shorter, ends in an error at any place
 * that touches it, and a block is checked as quickly as it is copied. */
final class BlockFile implements Closeable {
    private final Path path;
    private final Head head;
    private final Map<Integer, byte[]> restored = new HashMap<>();
    private final Buffers buffers;
    private FileChannel channel;

    BlockFile(Path path, Head head, FileChannel channel, Buffers buffers) {
        this.path = path;
        this.head = head;
        this.channel = channel;
        this.buffers = buffers;
    }

    Path path() {
        return path;
    }

    Head head() {
        return head;
    }

    int length(int block) {
        return head.blocks().get(block).length();
    }

    /// The bytes of a block, with [Packing#SLACK] more behind them.
    ///
    /// @throws LostBlock when it is not as it was written
    byte[] read(int block) throws IOException {
        byte[] known = restored.get(block);
        return known == null ? readChecked(block) : known;
    }

    private byte[] readChecked(int index) throws IOException {
        Block block = head.blocks().get(index);
        return readChecked(block, new byte[block.length() + Packing.SLACK]);
    }

    /// Lets somebody look at the bytes of a block, with [Packing#SLACK] more behind them, for a moment: they are others
    /// afterwards.
    ///
    /// @throws LostBlock when it is not as it was written
    void look(int index, Consumer<byte[]> look) throws IOException {
        byte[] known = restored.get(index);
        if (known == null) {
            Block block = head.blocks().get(index);
            byte[] bytes = buffers.take(block.length() + Packing.SLACK);
            try {
                look.accept(readChecked(block, bytes));
            } finally {
                buffers.giveBack(bytes);
            }
        } else {
            look.accept(known);
        }
    }

    private byte[] readChecked(Block block, byte[] bytes) throws IOException {
        read(block.from(), bytes, 0, block.length());
        if (Head.checksum(bytes, 0, block.length()) != block.checksum()) {
            throw new LostBlock("bytes " + block.from() + " to " + block.to() + " of " + path + " are damaged");
        }
        return bytes;
    }

    /// Tries to read a block that is damaged with the help of the others.
    ///
    /// @return whether it can be read from now on
    boolean restore(int index, byte[] strip) throws IOException {
        List<Block> blocks = head.blocks();
        Block block = blocks.get(index);
        Parity parity = new Parity(blocks.getFirst().from(), blocks.getLast().to() - blocks.getFirst().from());
        byte[] bytes = parity.restore(block.from(), block.length(), strip, this::read);
        boolean isRight = Head.checksum(bytes, 0, bytes.length) == block.checksum();
        if (isRight) {
            restored.put(index, Arrays.copyOf(bytes, bytes.length + Packing.SLACK));
        }
        return isRight;
    }

    /// Reads bytes of the file. What it does not have is zero: the checksums tell whether that matters.
    private void read(long position, byte[] into, int at, int length) throws IOException {
        ByteBuffer room = ByteBuffer.wrap(into, at, length);
        while (room.hasRemaining() && readOnce(room, position + room.position() - at) >= 0) {
            continue;
        }
        Arrays.fill(into, room.position(), at + length, (byte) 0);
    }

    /* An interrupt of a thread that reads closes the channel for all. */
    private int readOnce(ByteBuffer room, long position) throws IOException {
        try {
            return channel.read(room, position);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (ClosedChannelException _) {
            return opened().read(room, position);
        }
    }

    private synchronized FileChannel opened() throws IOException {
        if (!channel.isOpen()) {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        }
        return channel;
    }

    @Override public void close() throws IOException {
        channel.close();
    }
}
