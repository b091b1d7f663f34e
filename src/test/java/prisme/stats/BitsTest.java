package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BitsTest {
    private static final int SIZE = 200;

    private final Random random = new Random(3);
    private final Bits bits = new Bits(SIZE);

    @Test void holdsWhatWasPutIn() {
        bits.set(0);
        bits.set(63);
        bits.set(64);
        bits.set(199);
        bits.clear(63);
        assertEquals("[0, 64, 199]", Arrays.toString(list(0, SIZE)));
    }

    @Test void fillsListsAndCountsAnyStretch() {
        for (int i = 0; i < 2000; i++) {
            int from = random.nextInt(SIZE + 1);
            int to = random.nextInt(from, SIZE + 1);
            Bits some = new Bits(SIZE);
            some.setAll(from, to);
            assertEquals(to - from, some.count(0, SIZE));
            bits.set(random.nextInt(SIZE), random.nextBoolean());
            int[] expected = IntStream.range(from, to).filter(bits::get).map(each -> each - from).toArray();
            assertArrayEquals(expected, list(from, to));
            assertEquals(expected.length, bits.count(from, to));
        }
    }

    private int[] list(int from, int to) {
        int[] into = new int[SIZE];
        return Arrays.copyOf(into, bits.list(from, to, into));
    }
}
