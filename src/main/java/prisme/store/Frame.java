package prisme.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// What comes before the payload of every record, and tells a record from any other bytes.
///
/// The magic begins with 0xF5, a byte that never occurs in UTF-8: no text that somebody sends can look like a record.
final class Frame {
    static final int HEADER_SIZE = 20;
    /// Kind, time and session of an event.
    static final int MIN_PAYLOAD = 25;
    static final int MAX_PAYLOAD = 256 * 1024;
    static final int MAX_SIZE = HEADER_SIZE + MAX_PAYLOAD;

    private static final int MAGIC = 0xF550_524D;
    private static final byte FIRST_OF_MAGIC = (byte) 0xF5;
    private static final int CHECKSUM_AT = 4;
    private static final int LENGTH_AT = 8;
    private static final int SEQUENCE_AT = 12;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] segment = new byte[Long.BYTES];
    private final CRC32C crc = new CRC32C();

    /// Frames of one segment. Not thread-safe.
    Frame(long segmentNumber) {
        LONG.set(segment, 0, segmentNumber);
    }

    /// Completes the record at `at`, which has its payload behind room for the frame.
    ///
    /// @param size of the whole record
    /// @return its checksum
    int seal(byte[] bytes, int at, int size, long sequence) {
        INT.set(bytes, at, MAGIC);
        INT.set(bytes, at + LENGTH_AT, size - HEADER_SIZE);
        LONG.set(bytes, at + SEQUENCE_AT, sequence);
        int checksum = checksum(bytes, at, size);
        INT.set(bytes, at + CHECKSUM_AT, checksum);
        return checksum;
    }

    static int checksumAt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at + CHECKSUM_AT);
    }

    /// The size of the whole record whose first [#HEADER_SIZE] bytes are at `at`, or -1 when no record can begin so.
    static int sizeAt(byte[] bytes, int at) {
        if (bytes[at] != FIRST_OF_MAGIC || (int) INT.get(bytes, at) != MAGIC) {
            return -1;
        }
        int length = (int) INT.get(bytes, at + LENGTH_AT);
        return length < MIN_PAYLOAD || length > MAX_PAYLOAD ? -1 : HEADER_SIZE + length;
    }

    static long sequenceAt(byte[] bytes, int at) {
        return longAt(bytes, at + SEQUENCE_AT);
    }

    static long longAt(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /// Whether the record at `at` is as it was written to this segment.
    boolean isIntact(byte[] bytes, int at, int size) {
        return checksumAt(bytes, at) == checksum(bytes, at, size);
    }

    private int checksum(byte[] bytes, int at, int size) {
        crc.reset();
        crc.update(segment);
        crc.update(bytes, at + LENGTH_AT, size - LENGTH_AT);
        return (int) crc.getValue();
    }
}
