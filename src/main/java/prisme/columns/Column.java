package prisme.columns;

import java.io.IOException;
import java.io.UncheckedIOException;

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
                Packing.unpack(block(chunk), piece, into, done);
            } else {
                int[] all = new int[rows(chunk)];
                Packing.unpack(block(chunk), all.length, all, 0);
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
                Packing.unpack(block(chunk), piece, into, done);
            } else {
                long[] all = new long[rows(chunk)];
                Packing.unpack(block(chunk), all.length, all, 0);
                System.arraycopy(all, within, into, done, piece);
            }
            done += piece;
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
        Packing.unpack(file.read(first + chunk), all.length, all, 0);
        return all;
    }

    /// All numbers of a block.
    ///
    /// @throws LostBlock when they cannot be read
    long[] longs(int chunk) throws IOException {
        long[] all = new long[rows(chunk)];
        Packing.unpack(file.read(first + chunk), all.length, all, 0);
        return all;
    }

    private byte[] block(int chunk) {
        try {
            return file.read(first + chunk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
