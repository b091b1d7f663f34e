package prisme.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// How the numbers of one block are packed: each as its distance from a base in as few bits as most of them need; those
/// that need more stand behind, with the place they belong to. Where it takes less, it is not the numbers that are
/// packed but the steps from each to the next.
///
/// ```
/// width of a number <1 B, + 0x80 for steps>, width of an exception <1 B>, exceptions <2 B>, base <8 B>
/// the first number <8 B>                                                     where it is steps
/// base of the exceptions <8 B>                                               where there are any
/// the numbers, then the exceptions' places <11 bits each>, then the exceptions   each beginning at a byte
/// ```
/// Bytes and bits come lowest first.
final class Packing {
    /// The most numbers of a block.
    static final int ROWS = 2048;
    /// How many bytes behind a block have to be there for [#unpack], whatever they are.
    static final int SLACK = Long.BYTES;
    /// The most bytes of a block.
    static final int MOST_BYTES = 32 + ROWS * (Long.BYTES + 2 + Long.BYTES);

    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int STEPS = 0x80;
    private static final int PLACE_WIDTH = 11;
    /// A number of more bits does not fit into eight bytes wherever it begins, and takes eight whole ones.
    private static final int WIDEST_ODD = 57;
    private static final int BASE_AT = 4;
    private static final int HEADER = 12;

    private Packing() {}

    /// Packs `count` numbers, 1 to [#ROWS].
    static byte[] pack(long[] numbers, int count) {
        Plan plain = Plan.of(numbers, count);
        long[] steps = steps(numbers, count);
        Plan stepped = Plan.of(steps, count - 1);
        boolean isStepped = count > 1 && stepped.bits() + Long.SIZE < plain.bits();
        return isStepped ? write(steps, count - 1, stepped, numbers[0]) : write(numbers, count, plain);
    }

    private static long[] steps(long[] numbers, int count) {
        long[] steps = new long[count];
        for (int i = 1; i < count; i++) {
            steps[i - 1] = numbers[i] - numbers[i - 1];
        }
        return steps;
    }

    private static byte[] write(long[] steps, int count, Plan plan, long first) {
        byte[] block = write(steps, count, plan, HEADER + Long.BYTES);
        block[0] |= (byte) STEPS;
        LONG.set(block, HEADER, first);
        return block;
    }

    private static byte[] write(long[] numbers, int count, Plan plan) {
        return write(numbers, count, plan, HEADER);
    }

    private static byte[] write(long[] numbers, int count, Plan plan, int header) {
        long[] exceptions = new long[plan.exceptions()];
        long[] places = new long[plan.exceptions()];
        long[] within = new long[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (plan.holds(numbers[i])) {
                within[i] = numbers[i] - plan.base();
            } else {
                places[found] = i;
                exceptions[found++] = numbers[i] - plan.exceptionBase();
            }
        }
        int start = header + (found == 0 ? 0 : Long.BYTES);
        int placesAt = start + bytes(count, plan.width());
        int exceptionsAt = placesAt + bytes(found, PLACE_WIDTH);
        byte[] block = new byte[exceptionsAt + bytes(found, plan.exceptionWidth()) + SLACK];
        block[0] = (byte) plan.width();
        block[1] = (byte) plan.exceptionWidth();
        block[2] = (byte) found;
        block[3] = (byte) (found >>> 8);
        LONG.set(block, BASE_AT, plan.base());
        if (found > 0) {
            LONG.set(block, header, plan.exceptionBase());
        }
        put(within, count, plan.width(), block, start);
        put(places, found, PLACE_WIDTH, block, placesAt);
        put(exceptions, found, plan.exceptionWidth(), block, exceptionsAt);
        return Arrays.copyOf(block, block.length - SLACK);
    }

    private static void put(long[] numbers, int count, int width, byte[] block, int at) {
        long bit = 8L * at;
        for (int i = 0; i < count; i++, bit += width) {
            int place = (int) (bit >>> 3);
            LONG.set(block, place, (long) LONG.get(block, place) | numbers[i] << (bit & 7));
        }
    }

    static int bytes(int count, int width) {
        return (count * width + 7) / 8;
    }

    /// The width that numbers up to `largest`, unsigned, are packed in.
    static int width(long largest) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(largest);
        return bits > WIDEST_ODD ? Long.SIZE : bits;
    }

    /// The next width below another, -1 below the least.
    static int widthBelow(int width) {
        return width == Long.SIZE ? WIDEST_ODD : width - 1;
    }

    /// Unpacks the `count` numbers of a block, which has [#SLACK] bytes more behind it.
    static void unpack(byte[] block, int count, long[] into, int at) {
        boolean isStepped = (block[0] & STEPS) != 0;
        int first = isStepped ? 1 : 0;
        int header = HEADER + first * Long.BYTES;
        int found = block[2] & 0xff | (block[3] & 0xff) << 8;
        int start = header + (found == 0 ? 0 : Long.BYTES);
        int width = block[0] & 0x7f;
        get(block, start, width, (long) LONG.get(block, BASE_AT), count - first, into, at + first);
        if (found > 0) {
            patch(block, start + bytes(count - first, width), found, (long) LONG.get(block, header), into, at + first);
        }
        if (isStepped) {
            into[at] = (long) LONG.get(block, HEADER);
            for (int i = at + 1; i < at + count; i++) {
                into[i] += into[i - 1];
            }
        }
    }

    private static void patch(byte[] block, int placesAt, int found, long base, long[] into, int at) {
        int width = block[1];
        long place = 8L * placesAt;
        long bit = 8L * (placesAt + bytes(found, PLACE_WIDTH));
        for (int i = 0; i < found; i++, place += PLACE_WIDTH, bit += width) {
            into[at + (int) one(block, place, PLACE_WIDTH)] = base + one(block, bit, width);
        }
    }

    private static void get(byte[] block, int start, int width, long base, int count, long[] into, int at) {
        if (width == 0) {
            Arrays.fill(into, at, at + count, base);
            return;
        }
        long mask = -1L >>> -width;
        long bit = 8L * start;
        for (int i = at; i < at + count; i++, bit += width) {
            into[i] = base + ((long) LONG.get(block, (int) (bit >>> 3)) >>> (bit & 7) & mask);
        }
    }

    /// Unpacks the `count` numbers of a block, which has [#SLACK] bytes more behind it, cut to 32 bits.
    static void unpack(byte[] block, int count, int[] into, int at) {
        boolean isStepped = (block[0] & STEPS) != 0;
        int first = isStepped ? 1 : 0;
        int header = HEADER + first * Long.BYTES;
        int found = block[2] & 0xff | (block[3] & 0xff) << 8;
        int start = header + (found == 0 ? 0 : Long.BYTES);
        int width = block[0] & 0x7f;
        get(block, start, width, (int) (long) LONG.get(block, BASE_AT), count - first, into, at + first);
        if (found > 0) {
            patch(block, start + bytes(count - first, width), found, (long) LONG.get(block, header), into, at + first);
        }
        if (isStepped) {
            into[at] = (int) (long) LONG.get(block, HEADER);
            for (int i = at + 1; i < at + count; i++) {
                into[i] += into[i - 1];
            }
        }
    }

    private static void patch(byte[] block, int placesAt, int found, long base, int[] into, int at) {
        int width = block[1];
        long place = 8L * placesAt;
        long bit = 8L * (placesAt + bytes(found, PLACE_WIDTH));
        for (int i = 0; i < found; i++, place += PLACE_WIDTH, bit += width) {
            into[at + (int) one(block, place, PLACE_WIDTH)] = (int) (base + one(block, bit, width));
        }
    }

    private static void get(byte[] block, int start, int width, int base, int count, int[] into, int at) {
        if (width == 0) {
            Arrays.fill(into, at, at + count, base);
            return;
        }
        long mask = -1L >>> -width;
        int bit = 8 * start;
        for (int i = at; i < at + count; i++, bit += width) {
            into[i] = base + (int) ((long) LONG.get(block, bit >>> 3) >>> (bit & 7) & mask);
        }
    }

    private static long one(byte[] block, long bit, int width) {
        return width == 0 ? 0 : (long) LONG.get(block, (int) (bit >>> 3)) >>> (bit & 7) & -1L >>> -width;
    }
}
