package prisme.columns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Some sorted texts of a field. On disk, each text is the number of bytes that it shares with the one before, the
/// number of its other bytes, both as varints, and those other bytes. All of it is deflated, behind its inflated length
/// in four bytes.
final class TextBlock implements Unpacked.Block {
    /// A block is full when its texts take so many bytes.
    static final int FULL = 16 * 1024;

    private static final int LENGTH = Integer.BYTES;
    private static final int OVERHEAD = 160;

    private final byte[] bytes;
    private final int[] ends;

    private TextBlock(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    byte[] bytes(int index) {
        return Arrays.copyOfRange(bytes, start(index), ends[index]);
    }

    String text(int index) {
        return new String(bytes, start(index), ends[index] - start(index), StandardCharsets.UTF_8);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    @Override public int memory() {
        return bytes.length + ends.length * Integer.BYTES + OVERHEAD;
    }

    static byte[] pack(List<byte[]> texts) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(FULL);
        byte[] before = {};
        for (byte[] text : texts) {
            int common = Arrays.mismatch(before, text);
            int shared = common < 0 ? text.length : common;
            putNumber(shared, plain);
            putNumber(text.length - shared, plain);
            plain.write(text, shared, text.length - shared);
            before = text;
        }
        return deflated(plain.toByteArray());
    }

    private static void putNumber(int number, ByteArrayOutputStream into) {
        int rest = number;
        for (; rest > 0x7f; rest >>>= 7) {
            into.write(rest | 0x80);
        }
        into.write(rest);
    }

    private static byte[] deflated(byte[] plain) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream block = new ByteArrayOutputStream(plain.length / 2 + 64);
            for (int shift = 0; shift < Integer.SIZE; shift += 8) {
                block.write(plain.length >>> shift);
            }
            byte[] piece = new byte[4096];
            while (!deflater.finished()) {
                block.write(piece, 0, deflater.deflate(piece));
            }
            return block.toByteArray();
        }
    }

    /// @param length how many bytes of `block` belong to it
    /// @param count  how many texts it holds
    /// @throws DataFormatException when it is not such a block
    static TextBlock unpack(byte[] block, int length, int count) throws DataFormatException {
        byte[] plain = inflated(block, length);
        int[] ends = new int[count];
        byte[] bytes = new byte[plain.length];
        int start = 0;
        int end = 0;
        VarintReader in = new VarintReader(plain);
        for (int i = 0; i < count; i++) {
            int shared = in.number();
            int others = in.number();
            if (bytes.length - end < shared + others) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2 + shared + others);
            }
            System.arraycopy(bytes, start, bytes, end, shared);
            System.arraycopy(plain, in.position, bytes, end + shared, others);
            in.position += others;
            start = end;
            end += shared + others;
            ends[i] = end;
        }
        return new TextBlock(bytes, ends);
    }

    private static byte[] inflated(byte[] block, int length) throws DataFormatException {
        byte[] plain = new byte[(int) Packing.INT.get(block, 0)];
        try (Inflater inflater = new Inflater(true)) {
            /* Without a header, the inflater needs one more byte of input, whatever it is. */
            inflater.setInput(block, LENGTH, length - LENGTH + 1);
            for (int at = 0; at < plain.length; ) {
                int more = inflater.inflate(plain, at, plain.length - at);
                if (more == 0) {
                    throw new DataFormatException("the texts end too early");
                }
                at += more;
            }
            return plain;
        }
    }

    private static final class VarintReader {
        private final byte[] bytes;
        private int position;

        VarintReader(byte[] bytes) {
            this.bytes = bytes;
        }

        int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[position++];
                value |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }
}
