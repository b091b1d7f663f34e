package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AliasesTest {
    private static final int SIZE = 1000;

    private static Aliases built(Map<Integer, Integer> numbers) {
        Aliases.Builder builder = new Aliases.Builder(SIZE, new Allowance(Long.MAX_VALUE));
        new TreeMap<>(numbers).forEach(builder::add);
        return builder.build();
    }

    private static void requireSame(Map<Integer, Integer> numbers, Aliases aliases) {
        for (int local = 0; local < SIZE; local++) {
            assertEquals(numbers.containsKey(local), aliases.has(local));
            if (aliases.has(local)) {
                assertEquals(numbers.get(local), aliases.number(local));
            }
        }
    }

    @Test void knowTheNumbersThatWereAddedOneShareAfterTheOther() {
        Random random = new Random(7);
        Map<Integer, Integer> all = new TreeMap<>();
        Aliases aliases = built(Map.of());
        for (int share = 0; share < 4; share++) {
            Map<Integer, Integer> more = new TreeMap<>();
            for (int i = 0; i < 100; i++) {
                int local = random.nextInt(SIZE);
                if (!all.containsKey(local)) {
                    more.put(local, random.nextInt());
                }
            }
            requireSame(more, built(more));
            all.putAll(more);
            aliases = aliases.with(built(more));
            requireSame(all, aliases);
        }
    }

    @Test void takeNoMoreMemoryThanTheyMay() {
        Allowance allowance = new Allowance(SIZE / 64 * 12 + 12 + 4 * 10);
        Aliases.Builder builder = new Aliases.Builder(SIZE, allowance);
        for (int i = 0; i < 10; i++) {
            builder.add(i, i);
        }
        UncheckedIOException refusal = assertThrows(UncheckedIOException.class, () -> builder.add(10, 10));
        assertTrue(assertInstanceOf(TooLittleMemory.class, refusal.getCause()).getMessage().contains("-Xmx"));
    }
}
