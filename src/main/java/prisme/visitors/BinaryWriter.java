package prisme.visitors;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// Writes numbers and texts in the format of [DataOutputStream], into an array that grows and can be reused.
/* With the JDK's streams, half of the time of a page view would be spent on writing single bytes under a lock. */
final class BinaryWriter {
    private static final int USUAL_SIZE = 512;

    private byte[] bytes = new byte[USUAL_SIZE];
    private int size;

    /// Makes it empty again.
    void clear() {
        size = 0;
    }

    /// An array that begins with the [#size()] bytes that are written. It is valid until more is written.
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /// Writes bytes as they are.
    void bytes(byte[] from, int at, int count) {
        ensure(count);
        System.arraycopy(from, at, bytes, size, count);
        size += count;
    }

    void int64(long value) {
        ensure(Long.BYTES);
        BigEndian.putLong(bytes, size, value);
        size += Long.BYTES;
    }

    void int32(int value) {
        ensure(Integer.BYTES);
        BigEndian.putInt(bytes, size, value);
        size += Integer.BYTES;
    }

    void flag(boolean value) {
        ensure(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    /// @throws java.io.UTFDataFormatException when it has more than 65,535 bytes
    void text(String text) throws IOException {
        int length = text.length();
        ensure(Short.BYTES + length);
        int start = size + Short.BYTES;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0 || c >= 0x80) {
                textBeyondAscii(text);
                return;
            }
            bytes[start + i] = (byte) c;
        }
        if (length > BinaryReader.LONGEST_TEXT) {
            textBeyondAscii(text);
            return;
        }
        bytes[size] = (byte) (length >> Byte.SIZE);
        bytes[size + 1] = (byte) length;
        size = start + length;
    }

    private void textBeyondAscii(String text) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        new DataOutputStream(written).writeUTF(text);
        ensure(written.size());
        System.arraycopy(written.toByteArray(), 0, bytes, size, written.size());
        size += written.size();
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
