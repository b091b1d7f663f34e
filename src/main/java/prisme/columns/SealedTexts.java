package prisme.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;

/// A dictionary in a file. A block is unpacked when one of its texts is asked for, and kept while there is memory.
final class SealedTexts implements Texts {
    private final BlockFile file;
    private final int first;
    /// Where each block ends, in codes.
    private final int[] ends;

    /// @param first  its first block
    /// @param counts how many texts each block has
    SealedTexts(BlockFile file, int first, int[] counts) {
        this.file = file;
        this.first = first;
        this.ends = counts.clone();
        Arrays.parallelPrefix(ends, Integer::sum);
    }

    @Override public int size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    @Override public boolean isSorted() {
        return true;
    }

    @Override public String text(int code) {
        return new String(bytes(code), StandardCharsets.UTF_8);
    }

    @Override public byte[] bytes(int code) {
        return reader().bytes(code);
    }

    @Override public BlockReader reader() {
        return new BlockReader();
    }

    /// The text of a code.
    ///
    /// @throws LostBlock when it cannot be read
    String read(int code) throws IOException {
        return reader().read(code);
    }

    /// Keeps the block that was used last at hand.
    final class BlockReader implements Reader {
        private int at = -1;
        private TextBlock block;

        @Override public byte[] bytes(int code) {
            try {
                return blockOf(code).bytes(code - start(at));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// The text of a code.
        ///
        /// @throws LostBlock when it cannot be read
        String read(int code) throws IOException {
            return blockOf(code).text(code - start(at));
        }

        private TextBlock blockOf(int code) throws IOException {
            if (at < 0 || code < start(at) || code >= ends[at]) {
                int wanted = SealedTexts.this.block(code);
                block = load(wanted);
                at = wanted;
            }
            return block;
        }
    }

    private TextBlock load(int block) throws IOException {
        return file.unpacked(first + block, TextBlock.class, () -> unpack(block));
    }

    private TextBlock unpack(int block) throws IOException {
        try {
            return TextBlock.unpack(file.read(first + block), file.length(first + block), ends[block] - start(block));
        } catch (DataFormatException e) {
            throw new LostBlock("a block of texts in " + file.path() + " is none: " + e.getMessage());
        }
    }

    private int block(int code) {
        int found = Arrays.binarySearch(ends, code + 1);
        return found < 0 ? -found - 1 : found;
    }

    private int start(int block) {
        return block == 0 ? 0 : ends[block - 1];
    }
}
