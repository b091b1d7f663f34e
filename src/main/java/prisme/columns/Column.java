package prisme.columns;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A column of numbers in a file: as many blocks as its rows need, one behind the other.
///
/// @param first its first block
record Column(BlockFile file, int first, int rows) {
    private static final int ROWS = Packing.ROWS;

    /// Reads the numbers of `count` rows, from row `from` on, cut to 32 bits.
    void read(int from, int count, int[] into) {
        eachPiece(from, count, (chunk, within, length, at) -> {
            if (length == rows(chunk)) {
                file.look(first + chunk, bytes -> new PackedBlock(bytes, length).unpack(into, at));
            } else {
                System.arraycopy(ints(chunk), within, into, at, length);
            }
        });
    }

    /// Reads the numbers of `count` rows, from row `from` on.
    void read(int from, int count, long[] into) {
        eachPiece(from, count, (chunk, within, length, at) -> {
            if (length == rows(chunk)) {
                file.look(first + chunk, bytes -> new PackedBlock(bytes, length).unpack(into, at));
            } else {
                System.arraycopy(longs(chunk), within, into, at, length);
            }
        });
    }

    /// Takes the rows of one block.
    private interface Piece {
        /// @param within the first row within the block
        /// @param length how many rows
        /// @param at     how many rows of other blocks come before
        void read(int chunk, int within, int length, int at) throws IOException;
    }

    private void eachPiece(int from, int count, Piece piece) {
        try {
            for (int done = 0, length; done < count; done += length) {
                int chunk = (from + done) / ROWS;
                int within = (from + done) % ROWS;
                length = Math.min(count - done, rows(chunk) - within);
                piece.read(chunk, within, length, done);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many rows a block has.
    int rows(int chunk) {
        return Math.min(ROWS, rows - chunk * ROWS);
    }

    /// All numbers of a block, cut to 32 bits.
    ///
    /// @throws LostBlock when they cannot be read
    int[] ints(int chunk) throws IOException {
        int[] all = new int[rows(chunk)];
        file.look(first + chunk, bytes -> new PackedBlock(bytes, all.length).unpack(all, 0));
        return all;
    }

    /// All numbers of a block.
    ///
    /// @throws LostBlock when they cannot be read
    long[] longs(int chunk) throws IOException {
        long[] all = new long[rows(chunk)];
        file.look(first + chunk, bytes -> new PackedBlock(bytes, all.length).unpack(all, 0));
        return all;
    }

    /// What a block, with others that belong to it, was unpacked to; it is unpacked now where that is not kept.
    <B extends Unpacked.Block> B unpacked(int chunk, Class<B> type, Unpacked.Unpacking<B> unpacking)
            throws IOException {
        return file.unpacked(first + chunk, type, unpacking);
    }
}
