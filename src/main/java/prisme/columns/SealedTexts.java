package prisme.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.DataFormatException;

/// A dictionary in a file. Its blocks are unpacked when a text of theirs is asked for, and kept while there is memory.
final class SealedTexts implements Texts {
    private final BlockFile file;
    private final int first;
    /// Where each block ends, in codes.
    private final int[] ends;
    private final AtomicReferenceArray<SoftReference<TextBlock>> blocks;

    /// @param first  its first block
    /// @param counts how many texts each block has
    SealedTexts(BlockFile file, int first, int[] counts) {
        this.file = file;
        this.first = first;
        this.ends = counts.clone();
        Arrays.parallelPrefix(ends, Integer::sum);
        blocks = new AtomicReferenceArray<>(counts.length);
    }

    @Override public int size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    @Override public boolean isSorted() {
        return true;
    }

    @Override public String text(int code) {
        int block = block(code);
        return unpacked(block).text(code - start(block));
    }

    @Override public byte[] bytes(int code) {
        int block = block(code);
        return unpacked(block).bytes(code - start(block));
    }

    /// The text of a code.
    ///
    /// @throws LostBlock when it cannot be read
    String read(int code) throws IOException {
        int block = block(code);
        return load(block).text(code - start(block));
    }

    private TextBlock unpacked(int block) {
        try {
            return load(block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TextBlock load(int block) throws IOException {
        TextBlock known = blocks.get(block) instanceof SoftReference<TextBlock> kept ? kept.get() : null;
        if (known != null) {
            return known;
        }
        TextBlock unpacked = unpack(block);
        blocks.set(block, new SoftReference<>(unpacked));
        return unpacked;
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
