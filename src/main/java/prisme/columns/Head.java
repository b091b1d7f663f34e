package prisme.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// What a file of columns begins with, and has a copy of at its end: what the file is, and where each of its blocks is.
///
/// @param texts    for each dictionary, how many texts each of its blocks has
/// @param blocks   all blocks but the parity, in order of their place
/// @param strip    how long the parity is
/// @param parity   checksum of the parity
record Head(Summary summary, List<int[]> texts, List<Block> blocks, int strip, int parity) {
    /// The latest format version that can be read, which is the one that is written. One more [EventKind], [Field],
    /// [EventColumn] or [SessionColumn] makes another version, as does everything that [Layout] derives from their
    /// number. A later Prisme goes on reading all versions from 1 on; it must lay out a file as that file's version had
    /// it, without the dictionaries and columns that were added later.
    static final int VERSION = 1;
    /// What can be read before anything else: magic, version, length.
    static final int START = 16;

    private static final byte[] MAGIC = "PRISMECO".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION_AT = 8;
    private static final int LENGTH_AT = 12;
    private static final int BLOCK_SIZE = 2 * Integer.BYTES;
    private static final int LEAST = START + Summary.SIZE + 3 * Integer.BYTES;

    /// What a file holds, in numbers.
    ///
    /// @param number        of the segment
    /// @param firstSequence the sequence number of its first event, had none been lost
    /// @param lastSequence  the sequence number of its last event
    /// @param firstSecond   as [Part#firstSecond()]; the others alike
    /// @param keys          how many visitor ids are their key; they come first
    record Summary(long number, long firstSequence, long lastSequence, long firstSecond, long lastSecond,
                   long firstStart, long lastStart, int events, int sessions, int visitors, int keys) {
        static final int SIZE = 7 * Long.BYTES + 4 * Integer.BYTES;

        private void write(ByteBuffer into) {
            into.putLong(number).putLong(firstSequence).putLong(lastSequence).putLong(firstSecond).putLong(lastSecond)
                    .putLong(firstStart).putLong(lastStart).putInt(events).putInt(sessions).putInt(visitors)
                    .putInt(keys);
        }

        private static Summary read(ByteBuffer from) {
            return new Summary(from.getLong(), from.getLong(), from.getLong(), from.getLong(), from.getLong(),
                    from.getLong(), from.getLong(), from.getInt(), from.getInt(), from.getInt(), from.getInt());
        }
    }

    /// A stretch of the file with a checksum.
    record Block(long from, int length, int checksum) {
        long to() {
            return from + length;
        }
    }

    /// What the first bytes say.
    sealed interface Finding {
        record Whole(Head head) implements Finding {}

        record Damaged() implements Finding {}

        /// Written by a later version of Prisme.
        record Newer(int version) implements Finding {}
    }

    byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(size(texts, blocks.size())).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).putInt(VERSION).putInt(out.capacity());
        summary.write(out);
        for (int[] counts : texts) {
            out.putInt(counts.length);
            for (int count : counts) {
                out.putInt(count);
            }
        }
        for (Block block : blocks) {
            out.putInt(block.length()).putInt(block.checksum());
        }
        out.putInt(strip).putInt(parity);
        return out.putInt(checksum(out.array(), 0, out.position())).array();
    }

    /// How many bytes a head takes.
    static int size(List<int[]> texts, int blocks) {
        int counts = texts.stream().mapToInt(each -> each.length + 1).sum();
        return LEAST + counts * Integer.BYTES + blocks * BLOCK_SIZE;
    }

    /// The length of the head of which these are the first [#START] bytes; -1 when it is none.
    static int length(byte[] start, long fileSize) {
        ByteBuffer in = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        int length = in.getInt(LENGTH_AT);
        return hasMagic(start) && length >= LEAST && length <= fileSize ? length : -1;
    }

    /// Whether this is a whole head of a version that can be read.
    static boolean isKnown(byte[] bytes) {
        int version = (int) Packing.INT.get(bytes, VERSION_AT);
        return hasMagic(bytes) && version > 0 && version <= VERSION && isIntact(bytes);
    }

    /// Reads a whole head.
    static Finding decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int version = in.getInt(VERSION_AT);
        boolean isIntact = isIntact(bytes);
        if (hasMagic(bytes) && version > VERSION && (isIntact || isMeant(version, bytes))) {
            return new Finding.Newer(version);
        }
        return hasMagic(bytes) && isIntact && version > 0
                ? new Finding.Whole(decode(in.position(START), bytes.length)) : new Finding.Damaged();
    }

    private static Head decode(ByteBuffer in, int length) {
        Summary summary = Summary.read(in);
        List<int[]> texts = new ArrayList<>();
        for (int i = 0; i < Layout.DICTIONARIES; i++) {
            int[] counts = new int[in.getInt()];
            for (int k = 0; k < counts.length; k++) {
                counts[k] = in.getInt();
            }
            texts.add(counts);
        }
        int left = Math.max(0, in.remaining() - 3 * Integer.BYTES);
        List<Block> blocks = BlockList.read(in, (left + BLOCK_SIZE - 1) / BLOCK_SIZE, length);
        return new Head(summary, texts, blocks, in.getInt(), in.getInt());
    }

    /* A version with a wrong checksum may be ours with a bit gone bad. But if nothing else is wrong and more than one
     * bit differs, it was written on purpose, and it is safer to leave the file alone. */
    private static boolean isMeant(int version, byte[] bytes) {
        byte[] ours = bytes.clone();
        Packing.INT.set(ours, VERSION_AT, VERSION);
        return isIntact(ours) && Integer.bitCount(version ^ VERSION) > 1;
    }

    private static boolean hasMagic(byte[] bytes) {
        return ByteBuffer.wrap(bytes, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    private static boolean isIntact(byte[] bytes) {
        int end = bytes.length - Integer.BYTES;
        return (int) Packing.INT.get(bytes, end) == checksum(bytes, 0, end);
    }

    static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
