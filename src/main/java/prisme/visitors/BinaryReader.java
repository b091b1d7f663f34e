package prisme.visitors;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads what a [BinaryWriter] has written, from a byte array or from a stream.
final class BinaryReader {
    static final int LONGEST_TEXT = 0xffff;

    private static final int WINDOW = 2 * LONGEST_TEXT;
    private static final InputStream NOTHING = InputStream.nullInputStream();

    private final byte[] bytes;
    private final InputStream rest;
    private int at;
    private int end;

    private BinaryReader(byte[] bytes, int at, int end, InputStream rest) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
        this.rest = rest;
    }

    /// Reads from an array, without copying it.
    static BinaryReader of(byte[] bytes, int from, int to) {
        return new BinaryReader(bytes, from, to, NOTHING);
    }

    /// Reads a stream from its current position. It reads ahead, so nobody else can use the stream afterwards.
    static BinaryReader of(InputStream in) {
        return new BinaryReader(new byte[WINDOW], 0, 0, in);
    }

    /// @throws EOFException when there is no more
    long int64() throws IOException {
        need(Long.BYTES);
        at += Long.BYTES;
        return BigEndian.longAt(bytes, at - Long.BYTES);
    }

    /// @throws EOFException when there is no more
    int int32() throws IOException {
        need(Integer.BYTES);
        at += Integer.BYTES;
        return BigEndian.intAt(bytes, at - Integer.BYTES);
    }

    /// @throws EOFException when there is no more
    boolean flag() throws IOException {
        need(1);
        return bytes[at++] != 0;
    }

    /// @throws EOFException when there is no more
    /// @throws java.io.UTFDataFormatException when the bytes are no valid text
    String text() throws IOException {
        need(Short.BYTES);
        int length = (bytes[at] & 0xff) << Byte.SIZE | bytes[at + 1] & 0xff;
        need(Short.BYTES + length);
        int start = at + Short.BYTES;
        String text = length == 0 ? "" : isAscii(start, start + length)
                ? new String(bytes, start, length, StandardCharsets.ISO_8859_1)
                : new DataInputStream(new ByteArrayInputStream(bytes, at, Short.BYTES + length)).readUTF();
        at = start + length;
        return text;
    }

    /// Copies texts without decoding them.
    ///
    /// @throws EOFException when there are fewer
    /* One loop without calls, as at a start this runs before anything is compiled. */
    void copyTexts(int count, BinaryWriter out) throws IOException {
        int left = count;
        while (left > 0) {
            int to = at;
            while (left > 0 && to + 1 < end) {
                int length = Short.BYTES + ((bytes[to] & 0xff) << Byte.SIZE | bytes[to + 1] & 0xff);
                if (length > end - to) {
                    break;
                }
                to += length;
                left--;
            }
            out.bytes(bytes, at, to - at);
            at = to;
            if (left > 0) {
                needText();
            }
        }
    }

    private void needText() throws IOException {
        need(Short.BYTES);
        need(Short.BYTES + ((bytes[at] & 0xff) << Byte.SIZE | bytes[at + 1] & 0xff));
    }

    private boolean isAscii(int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private void need(int count) throws IOException {
        if (end - at < count && rest != NOTHING) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
            end += rest.readNBytes(bytes, end, bytes.length - end);
        }
        if (end - at < count) {
            throw new EOFException("it ends too early");
        }
    }
}
