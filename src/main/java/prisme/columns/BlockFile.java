package prisme.columns;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import prisme.columns.Head.Block;

/// Reads the blocks of a file. Each is checked whenever it is read.
///
/* Read rather than mapped: where the disk cannot read a mapped file, or the file becomes shorter, any access to it may
 * end in an error, and a block is checked as quickly as it is copied. */
final class BlockFile implements Closeable {
    private final Path path;
    private final Head head;
    private final Sectors sectors;
    private final Map<Integer, byte[]> restored = new HashMap<>();
    private final Buffers buffers;

    BlockFile(Path path, Head head, Sectors sectors, Buffers buffers) {
        this.path = path;
        this.head = head;
        this.sectors = sectors;
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

    /// What a block was unpacked to; it is unpacked now where that is not kept.
    ///
    /// @param block the number of the block, or of the first of several that belong together
    <B extends Unpacked.Block> B unpacked(int block, Class<B> type, Unpacked.Unpacking<B> unpacking)
            throws IOException {
        return buffers.unpacked().of(this, block, type, unpacking);
    }

    private byte[] readChecked(int index) throws IOException {
        Block block = head.blocks().get(index);
        return readChecked(block, new byte[block.length() + Packing.SLACK]);
    }

    /// Hands over the bytes of a block, with [Packing#SLACK] more behind them. They are valid during the call only.
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
        sectors.read(block.from(), bytes, 0, block.length());
        if (Head.checksum(bytes, 0, block.length()) != block.checksum()) {
            throw new LostBlock("bytes " + block.from() + " to " + block.to() + " of " + path + " are damaged");
        }
        return bytes;
    }

    /// Tries to restore a damaged block from all others.
    ///
    /// @param strip the parity
    /// @return whether it can be read from now on
    boolean restore(int index, byte[] strip) throws IOException {
        List<Block> blocks = head.blocks();
        Block block = blocks.get(index);
        Parity parity = new Parity(blocks.getFirst().from(), blocks.getLast().to() - blocks.getFirst().from());
        byte[] bytes = parity.restore(block.from(), block.length(), strip, sectors::read);
        boolean isRight = Head.checksum(bytes, 0, bytes.length) == block.checksum();
        if (isRight) {
            restored.put(index, Arrays.copyOf(bytes, bytes.length + Packing.SLACK));
        }
        return isRight;
    }

    @Override public void close() throws IOException {
        buffers.unpacked().forget(this);
        sectors.close();
    }
}
