package prisme.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Packs the numbers of one block: each as its distance from a base, in as few bits as most of them need. Exceptions,
/// which need more, come behind the others, with the places where they belong. Where that takes fewer bytes, the steps
/// from each number to the next are packed instead of the numbers. [PackedBlock] reads them.
///
/// ```
/// width of a number <1 B, + 0x80 for steps>, width of an exception <1 B>, exceptions <2 B>, base <8 B>
/// the first number <8 B>                                                     where steps are packed
/// base of the exceptions <8 B>                                               where there are any
/// the numbers, then the exceptions' places <11 bits each>, then the exceptions   each beginning at a byte
/// ```
/// The lowest bytes and bits come first.
final class Packing {
    /// The most numbers of a block.
    static final int ROWS = 2048;
    /// How many more bytes, whatever they hold, [PackedBlock] needs behind a block.
    static final int SLACK = Long.BYTES;

    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /// Set in the first byte where steps are packed.
    static final int STEPS = 0x80;
    /// How many bits the place of an exception takes.
    static final int PLACE_WIDTH = 11;
    static final int BASE_AT = 4;
    /// How many bytes every block begins with, before what only some have.
    static final int HEADER = 12;
    /* A number with more bits does not fit into eight bytes from whatever bit it begins at; it takes eight whole ones.
     * */
    private static final int WIDEST_ODD = 57;

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
        int exceptions = plan.exceptions();
        int start = header + (exceptions == 0 ? 0 : Long.BYTES);
        int placesAt = start + bytes(count, plan.width());
        int exceptionsAt = placesAt + bytes(exceptions, PLACE_WIDTH);
        byte[] block = new byte[exceptionsAt + bytes(exceptions, plan.exceptionWidth()) + SLACK];
        writeHeader(plan, header, block);
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (plan.holds(numbers[i])) {
                put(numbers[i] - plan.base(), block, 8 * start + i * plan.width());
            } else {
                put(i, block, 8 * placesAt + found * PLACE_WIDTH);
                put(numbers[i] - plan.exceptionBase(), block, 8 * exceptionsAt + found * plan.exceptionWidth());
                found++;
            }
        }
        return Arrays.copyOf(block, block.length - SLACK);
    }

    private static void writeHeader(Plan plan, int header, byte[] block) {
        block[0] = (byte) plan.width();
        block[1] = (byte) plan.exceptionWidth();
        block[2] = (byte) plan.exceptions();
        block[3] = (byte) (plan.exceptions() >>> 8);
        LONG.set(block, BASE_AT, plan.base());
        if (plan.exceptions() > 0) {
            LONG.set(block, header, plan.exceptionBase());
        }
    }

    /// Writes a number that begins at a bit of the block.
    private static void put(long number, byte[] block, int bit) {
        int at = bit >>> 3;
        LONG.set(block, at, (long) LONG.get(block, at) | number << (bit & 7));
    }

    /// How many bytes `count` numbers of `width` bits take.
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
}
