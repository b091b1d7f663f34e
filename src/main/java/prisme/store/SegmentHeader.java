package prisme.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import prisme.columns.Corruption.Cost;
import prisme.columns.Sectors;

/// The first bytes of a segment, as the package's description has them. The records can be read without them, so a
/// damaged header costs no event.
///
/// @param number        the segment's number
/// @param firstSequence the sequence number of its first record
record SegmentHeader(long number, long firstSequence) {
    static final int SIZE = 32;
    /// The latest format version that can be read, which is the one that is written. A different layout of the header
    /// or of records, a new kind of event or a new field of one makes another version, as an earlier Prisme would take
    /// it for damage. A later Prisme goes on reading all versions from 1 on, but must not go on writing to a segment of
    /// one of them ([Tail]): that would hold what its version does not have.
    static final int VERSION = 1;

    private static final byte[] MAGIC = "PRISMELG".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION_AT = 8;
    private static final int CHECKSUM_AT = 28;

    byte[] encode() {
        ByteBuffer header = ByteBuffer.allocate(SIZE);
        header.put(MAGIC).putInt(VERSION).putLong(number).putLong(firstSequence);
        return header.putInt(checksum(header.array())).array();
    }

    /// What the first bytes of a segment say.
    sealed interface Finding {
        record Whole(SegmentHeader header) implements Finding {}

        /// The file ends within its header: it was being created.
        record Cut() implements Finding {}

        record Damaged() implements Finding {}

        /// Written by a later version of Prisme.
        record Newer(int version) implements Finding {}
    }

    /// Reads the first bytes of a segment, up to [#SIZE] of them.
    static Finding read(byte[] start) {
        if (start.length < SIZE) {
            return new Finding.Cut();
        }
        ByteBuffer header = ByteBuffer.wrap(start);
        boolean hasMagic = header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
        boolean isIntact = header.getInt(CHECKSUM_AT) == checksum(start);
        int version = header.getInt(VERSION_AT);
        if (hasMagic && version > VERSION && (isIntact || isMeant(version, start))) {
            return new Finding.Newer(version);
        }
        return hasMagic && isIntact && version > 0
                ? new Finding.Whole(new SegmentHeader(header.getLong(12), header.getLong(20)))
                : new Finding.Damaged();
    }

    /* A version with a wrong checksum may be ours with a bit gone bad. But if nothing else is wrong and more than one
     * bit differs, it was written on purpose, and it is safer to leave the file alone. */
    private static boolean isMeant(int version, byte[] start) {
        ByteBuffer ours = ByteBuffer.allocate(SIZE).put(start, 0, SIZE).putInt(VERSION_AT, VERSION);
        return ours.getInt(CHECKSUM_AT) == checksum(ours.array()) && Integer.bitCount(version ^ VERSION) > 1;
    }

    static Damage damaged(Segment segment) {
        return new Damage(segment.file(), 0, SIZE, Cost.NOTHING, "the header is unreadable");
    }

    private static int checksum(byte[] header) {
        CRC32C crc = new CRC32C();
        crc.update(header, 0, CHECKSUM_AT);
        return (int) crc.getValue();
    }

    /// Reads the header of a segment.
    ///
    /// @throws StoreException when it is of a later format, or cannot be read
    static Finding of(Segment segment) throws StoreException {
        try (Sectors file = Sectors.of(segment.file())) {
            byte[] start = new byte[(int) Math.min(SIZE, file.size())];
            file.read(0, start, 0, start.length);
            Finding finding = read(start);
            if (finding instanceof Finding.Newer(int version)) {
                throw new StoreException(segment.file() + " has format version " + version + ", but this Prisme knows "
                        + VERSION + " at most: use a newer Prisme (nothing was changed)");
            }
            boolean isOfAnother = finding instanceof Finding.Whole(var header) && header.number() != segment.number();
            return isOfAnother ? new Finding.Damaged() : finding;
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException("cannot read " + segment.file(), e);
        }
    }
}
