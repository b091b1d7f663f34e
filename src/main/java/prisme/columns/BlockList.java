package prisme.columns;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.RandomAccess;
import prisme.columns.Head.Block;

/// The blocks of a file, one behind the other, in few bytes of memory each: a directory has a block for every 100 or so
/// events, and all of them are kept as long as statistics are asked for.
final class BlockList extends AbstractList<Block> implements RandomAccess {
    private final long[] ends;
    private final int[] checksums;
    private final long from;

    private BlockList(long from, int count) {
        this.from = from;
        this.ends = new long[count];
        this.checksums = new int[count];
    }

    /// Reads the length and the checksum of each of `count` blocks.
    ///
    /// @param start where in the file the first one begins
    static BlockList read(ByteBuffer in, int count, long start) {
        BlockList list = new BlockList(start, count);
        long end = start;
        for (int i = 0; i < count; i++) {
            end += in.getInt();
            list.ends[i] = end;
            list.checksums[i] = in.getInt();
        }
        return list;
    }

    @Override public Block get(int index) {
        long start = index == 0 ? from : ends[index - 1];
        return new Block(start, (int) (ends[index] - start), checksums[index]);
    }

    @Override public int size() {
        return ends.length;
    }
}
