package prisme.columns;

import java.util.Arrays;

/// Reads the numbers of a block that [Packing] packed.
final class PackedBlock {
    private final byte[] block;
    private final boolean isStepped;
    private final int packed;
    private final int width;
    private final int exceptions;
    private final int start;

    /// @param block the bytes of the block, with [Packing#SLACK] more behind them
    /// @param count how many numbers it holds, 1 to [Packing#ROWS]
    PackedBlock(byte[] block, int count) {
        this.block = block;
        this.isStepped = (block[0] & Packing.STEPS) != 0;
        this.packed = isStepped ? count - 1 : count;
        this.width = block[0] & Packing.STEPS - 1;
        this.exceptions = block[2] & 0xff | (block[3] & 0xff) << 8;
        this.start = exceptionBaseAt() + (exceptions == 0 ? 0 : Long.BYTES);
    }

    private int exceptionBaseAt() {
        return Packing.HEADER + (isStepped ? Long.BYTES : 0);
    }

    /// Writes the numbers into an array.
    ///
    /// @param at where the first one goes
    void unpack(long[] into, int at) {
        int from = isStepped ? at + 1 : at;
        readPacked(into, from);
        if (exceptions > 0) {
            readExceptions(into, from);
        }
        if (isStepped) {
            into[at] = longAt(Packing.HEADER);
            for (int i = from; i < from + packed; i++) {
                into[i] += into[i - 1];
            }
        }
    }

    private void readPacked(long[] into, int from) {
        long base = longAt(Packing.BASE_AT);
        if (width == 0) {
            Arrays.fill(into, from, from + packed, base);
            return;
        }
        byte[] bytes = block;
        int step = width;
        long mask = -1L >>> -step;
        int bit = 8 * start;
        for (int i = from; i < from + packed; i++, bit += step) {
            into[i] = base + ((long) Packing.LONG.get(bytes, bit >>> 3) >>> (bit & 7) & mask);
        }
    }

    private void readExceptions(long[] into, int from) {
        long base = longAt(exceptionBaseAt());
        int place = placesAt();
        int bit = exceptionsAt();
        for (int i = 0; i < exceptions; i++, place += Packing.PLACE_WIDTH, bit += exceptionWidth()) {
            into[from + (int) bits(place, Packing.PLACE_WIDTH)] = base + bits(bit, exceptionWidth());
        }
    }

    /// Writes the numbers, cut to 32 bits, into an array.
    ///
    /// @param at where the first one goes
    void unpack(int[] into, int at) {
        int from = isStepped ? at + 1 : at;
        readPacked(into, from);
        if (exceptions > 0) {
            readExceptions(into, from);
        }
        if (isStepped) {
            into[at] = (int) longAt(Packing.HEADER);
            for (int i = from; i < from + packed; i++) {
                into[i] += into[i - 1];
            }
        }
    }

    private void readPacked(int[] into, int from) {
        int base = (int) longAt(Packing.BASE_AT);
        if (width == 0) {
            Arrays.fill(into, from, from + packed, base);
            return;
        }
        byte[] bytes = block;
        int step = width;
        long mask = -1L >>> -step;
        int bit = 8 * start;
        for (int i = from; i < from + packed; i++, bit += step) {
            into[i] = base + (int) ((long) Packing.LONG.get(bytes, bit >>> 3) >>> (bit & 7) & mask);
        }
    }

    private void readExceptions(int[] into, int from) {
        long base = longAt(exceptionBaseAt());
        int place = placesAt();
        int bit = exceptionsAt();
        for (int i = 0; i < exceptions; i++, place += Packing.PLACE_WIDTH, bit += exceptionWidth()) {
            into[from + (int) bits(place, Packing.PLACE_WIDTH)] = (int) (base + bits(bit, exceptionWidth()));
        }
    }

    /// Where the places of the exceptions begin, in bits.
    private int placesAt() {
        return 8 * (start + Packing.bytes(packed, width));
    }

    /// Where the exceptions begin, in bits.
    private int exceptionsAt() {
        return placesAt() + 8 * Packing.bytes(exceptions, Packing.PLACE_WIDTH);
    }

    private int exceptionWidth() {
        return block[1];
    }

    private long longAt(int at) {
        return (long) Packing.LONG.get(block, at);
    }

    private long bits(int from, int count) {
        return count == 0 ? 0 : longAt(from >>> 3) >>> (from & 7) & -1L >>> -count;
    }
}
