package prisme.country;

import java.nio.ByteBuffer;

/// An address space divided into ranges that follow one another without a gap, each with a country.
///
/// ```
/// number of ranges <4 B>, number of different lengths <4 B>
/// the lengths in blocks <8 B each>, the most frequent first
/// where every 64th range starts, in blocks <8 B each>
/// the country of each range <1 B each>: an index into the codes
/// the length of each range, an index into the lengths: all low bytes <1 B each>, then all high bytes <1 B each>
/// ```
/// Blocks that belong to nobody are ranges too. A look-up is a binary search for the last start that is not behind the
/// address, and then a walk over at most 64 lengths.
final class PackedRanges {
    /// How many ranges there are from one known start to the next: the more, the smaller the file and the longer the
    /// walk.
    static final int STRIDE = 64;

    private final byte[] bytes;
    private final String[] codes;
    private final int count;
    private final long[] lengths;
    private final long[] starts;
    private final int countriesAt;

    private PackedRanges(ByteBuffer table, String[] codes) {
        this.bytes = table.array();
        this.codes = codes;
        this.count = table.getInt();
        this.lengths = new long[table.getInt()];
        this.starts = new long[Math.ceilDiv(count, STRIDE)];
        readNumbers(table, lengths);
        readNumbers(table, starts);
        this.countriesAt = table.position();
    }

    /// Reads ranges from a buffer that has an array, which is kept, and leaves it at their end.
    ///
    /// @throws IllegalArgumentException when the buffer ends before the ranges do
    static PackedRanges read(ByteBuffer table, String[] codes) {
        PackedRanges ranges = new PackedRanges(table, codes);
        table.position(ranges.countriesAt + 3 * ranges.count);
        return ranges;
    }

    private static void readNumbers(ByteBuffer table, long[] numbers) {
        table.asLongBuffer().get(numbers);
        table.position(table.position() + numbers.length * Long.BYTES);
    }

    /// The country of a block, an unsigned number.
    String countryOf(long block) {
        int stride = strideOf(block);
        int index = stride * STRIDE;
        long offset = block - starts[stride];
        long length = length(index);
        while (Long.compareUnsigned(offset, length) >= 0) {
            offset -= length;
            length = length(++index);
        }
        return country(index);
    }

    /// The last stride that starts at or before a block.
    private int strideOf(long block) {
        int first = 0;
        int last = starts.length - 1;
        while (first < last) {
            int middle = (first + last + 1) >>> 1;
            if (Long.compareUnsigned(starts[middle], block) <= 0) {
                first = middle;
            } else {
                last = middle - 1;
            }
        }
        return first;
    }

    int count() {
        return count;
    }

    /// The blocks of a range.
    long length(int index) {
        int low = bytes[countriesAt + count + index] & 0xff;
        int high = bytes[countriesAt + 2 * count + index] & 0xff;
        return lengths[high << Byte.SIZE | low];
    }

    String country(int index) {
        return codes[bytes[countriesAt + index] & 0xff];
    }
}
