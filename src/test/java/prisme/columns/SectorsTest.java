package prisme.columns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class SectorsTest {
    private static final int SIZE = 1000 * Sectors.SIZE - 1;

    private int failures;

    /// A file of ones. A read that meets a bad sector anywhere fails, as some file systems do it.
    private Sectors of(LongPredicate isBad) throws IOException {
        return new Sectors(() -> new Ones(isBad));
    }

    private class Ones implements Sectors.Bytes {
        private final LongPredicate isBad;

        Ones(LongPredicate isBad) {
            this.isBad = isBad;
        }

        @Override public int read(ByteBuffer into, long position) throws IOException {
            int count = (int) Math.min(into.remaining(), SIZE - position);
            for (long at = position; at < position + count; at++) {
                if (isBad.test(at / Sectors.SIZE)) {
                    failures++;
                    throw new IOException("Input/output error");
                }
            }
            byte[] ones = new byte[Math.max(0, count)];
            Arrays.fill(ones, (byte) 1);
            into.put(ones);
            return count > 0 ? count : -1;
        }

        @Override public long size() {
            return SIZE;
        }

        @Override public void close() {
            /* There is nothing to close. */
        }
    }

    private static byte[] read(Sectors sectors, long position, int length) throws IOException {
        byte[] bytes = new byte[length + 2];
        Arrays.fill(bytes, (byte) 7);
        sectors.read(position, bytes, 1, length);
        assertEquals(7, bytes[0]);
        assertEquals(7, bytes[length + 1]);
        return Arrays.copyOfRange(bytes, 1, length + 1);
    }

    private static byte[] ones(int length) {
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 1);
        return ones;
    }

    @Test void whatCannotBeReadIsZerosAndAskedForOnce() throws IOException {
        Sectors sectors = of(sector -> sector == 3 || sector == 5);
        byte[] wanted = ones(10 * Sectors.SIZE);
        Arrays.fill(wanted, 3 * Sectors.SIZE, 4 * Sectors.SIZE, (byte) 0);
        Arrays.fill(wanted, 5 * Sectors.SIZE, 6 * Sectors.SIZE, (byte) 0);
        assertArrayEquals(wanted, read(sectors, 0, wanted.length));
        int before = failures;
        for (int at = 0; at < wanted.length; at += 500) {
            assertArrayEquals(Arrays.copyOfRange(wanted, at, wanted.length), read(sectors, at, wanted.length - at));
        }
        assertEquals(before, failures);
    }

    @Test void whatAFileDoesNotHaveIsZeros() throws IOException {
        assertArrayEquals(Arrays.copyOf(ones(3), 9), read(of(_ -> false), SIZE - 3, 9));
        assertArrayEquals(new byte[9], read(of(sector -> sector == 999), SIZE - 3, 9));
        assertArrayEquals(new byte[9], read(of(_ -> false), SIZE + 3, 9));
    }

    @Test void aDiskOfWhichNothingCanBeReadIsNotTriedToItsEnd() throws IOException {
        Sectors sectors = of(_ -> true);
        assertThrows(IOException.class, () -> read(sectors, 0, SIZE));
        assertEquals(Sectors.MOST_LOST + 2, failures);
    }

    @Test void aFileThatSomebodyClosedIsOpenedAgainAndNothingIsLost() throws IOException {
        int[] opened = new int[1];
        Sectors sectors = new Sectors(() -> ++opened[0] > 1 ? new Ones(_ -> false) : new Ones(_ -> false) {
            @Override public int read(ByteBuffer into, long position) throws IOException {
                throw new ClosedChannelException();
            }
        });
        assertArrayEquals(ones(9), read(sectors, 0, 9));
        assertArrayEquals(ones(9), read(sectors, 0, 9));
        assertEquals(2, opened[0]);
    }

    @Test void anInterruptIsNoDamage() throws IOException {
        Sectors sectors = new Sectors(() -> new Ones(_ -> false) {
            @Override public int read(ByteBuffer into, long position) throws IOException {
                throw new ClosedByInterruptException();
            }
        });
        assertThrows(ClosedByInterruptException.class, () -> read(sectors, 0, 9));
    }
}
