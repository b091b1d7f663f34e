package prisme.country;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The search tree of a database: each node leads on for a bit of the address that is 0 and for one that is 1.
///
/// Where it leads is called a *record*: a number below [#nodes] is another node, [#nodes] itself is nothing, and a
/// higher number is a place in the data.
final class MmdbTree {
    static final int SEPARATOR = 16;

    private final MemorySegment bytes;
    private final int recordBits;
    private final long nodes;
    private final long dataSize;

    /// @param bytes the tree alone
    /// @param dataSize bytes of the data section
    MmdbTree(MemorySegment bytes, int recordBits, long nodes, long dataSize) {
        this.bytes = bytes;
        this.recordBits = recordBits;
        this.nodes = nodes;
        this.dataSize = dataSize;
    }

    long nodes() {
        return nodes;
    }

    boolean isNode(long recordValue) {
        return recordValue < nodes;
    }

    boolean isNothing(long recordValue) {
        return recordValue == nodes;
    }

    /// The place in the data section that a record which is neither a node nor nothing leads to.
    long dataAt(long recordValue) {
        return recordValue - nodes - SEPARATOR;
    }

    /// Where a node leads for a bit that is 0.
    long zero(long node) {
        long at = place(node);
        return checked(node, switch (recordBits) {
            case 24 -> threeBytes(at);
            case 28 -> (long) (unsignedByte(at + 3) >>> 4) << 24 | threeBytes(at);
            default -> threeBytes(at) << 8 | unsignedByte(at + 3);
        });
    }

    /// Where a node leads for a bit that is 1.
    long one(long node) {
        long at = place(node);
        return checked(node, switch (recordBits) {
            case 24 -> threeBytes(at + 3);
            case 28 -> (long) (unsignedByte(at + 3) & 15) << 24 | threeBytes(at + 4);
            default -> threeBytes(at + 4) << 8 | unsignedByte(at + 7);
        });
    }

    MmdbRefusal damage(long node, String problem) {
        return MmdbRefusal.damage(place(node), problem);
    }

    private long checked(long node, long recordValue) {
        if (recordValue > nodes && (dataAt(recordValue) < 0 || dataAt(recordValue) >= dataSize)) {
            throw damage(node, "the search tree leads out of the data");
        }
        return recordValue;
    }

    private long place(long node) {
        return node * recordBits / 4;
    }

    private long threeBytes(long at) {
        return (long) unsignedByte(at) << 16 | unsignedByte(at + 1) << 8 | unsignedByte(at + 2);
    }

    private int unsignedByte(long at) {
        return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }
}
