package prisme.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/// A column of numbers in a file: as many blocks as its rows need, one behind the other.
///
/// @param first its first block
record Column(BlockFile file, int first, int rows) {
    private static final int ROWS = Packing.ROWS;

    /// Reads numbers, cut to 32 bits.
    void read(int from, int count, int[] into) {
        for (int done = 0; done < count; ) {
            int within = (from + done) % ROWS;
            int chunk = (from + done) / ROWS;
            int piece = Math.min(count - done, rows(chunk) - within);
            if (within == 0 && piece == rows(chunk)) {
                unpack(chunk, into, done);
            } else {
                int[] all = new int[rows(chunk)];
                unpack(chunk, all, 0);
                System.arraycopy(all, within, into, done, piece);
            }
            done += piece;
        }
    }

    void read(int from, int count, long[] into) {
        for (int done = 0; done < count; ) {
            int within = (from + done) % ROWS;
            int chunk = (from + done) / ROWS;
            int piece = Math.min(count - done, rows(chunk) - within);
            if (within == 0 && piece == rows(chunk)) {
                unpack(chunk, into, done);
            } else {
                long[] all = new long[rows(chunk)];
                unpack(chunk, all, 0);
                System.arraycopy(all, within, into, done, piece);
            }
            done += piece;
        }
    }

    private void unpack(int chunk, int[] into, int at) {
        look(chunk, bytes -> Packing.unpack(bytes, rows(chunk), into, at));
    }

    private void unpack(int chunk, long[] into, int at) {
        look(chunk, bytes -> Packing.unpack(bytes, rows(chunk), into, at));
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
        file.look(first + chunk, bytes -> Packing.unpack(bytes, all.length, all, 0));
        return all;
    }

    /// All numbers of a block.
    ///
    /// @throws LostBlock when they cannot be read
    long[] longs(int chunk) throws IOException {
        long[] all = new long[rows(chunk)];
        file.look(first + chunk, bytes -> Packing.unpack(bytes, all.length, all, 0));
        return all;
    }

    /// What a block, and others that belong to it, was unpacked to or is now.
    <B extends Unpacked.Block> B unpacked(int chunk, Class<B> type, Unpacked.Unpacking<B> unpacking)
            throws IOException {
        return file.unpacked(first + chunk, type, unpacking);
    }

    private void look(int chunk, Consumer<byte[]> look) {
        try {
            file.look(first + chunk, look);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
