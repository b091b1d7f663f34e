package prisme.columns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntSortTest {
    private int comparisons;

    private int[] sorted(int[] keys) {
        return IntSort.sorted(keys.length, (one, other) -> {
            comparisons++;
            return Integer.compare(keys[one], keys[other]);
        });
    }

    @Test void sortsAsTheJdkDoes() {
        Random random = new Random(20261126);
        for (int count = 0; count < 300; count++) {
            int[] keys = random.ints(count, 0, 1 + random.nextInt(2 * count + 1)).toArray();
            int[] expected = IntStream.range(0, count).boxed()
                    .sorted(Comparator.comparingInt(row -> keys[row])).mapToInt(row -> row).toArray();
            assertArrayEquals(expected, sorted(keys));
        }
    }

    @Test void takesLittleForWhatIsInOrder() {
        sorted(IntStream.range(0, 1000).toArray());
        assertTrue(comparisons < 1000, () -> comparisons + " comparisons");
    }
}
