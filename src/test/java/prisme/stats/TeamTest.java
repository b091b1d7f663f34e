package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamTest {
    @Test void doesEverythingOnce() {
        try (Team team = new Team()) {
            AtomicIntegerArray times = new AtomicIntegerArray(1000);
            team.each(1000, times::incrementAndGet);
            assertEquals(1000, IntStream.range(0, 1000).filter(i -> times.get(i) == 1).count());
        }
    }

    /// Whichever of its threads it comes to.
    @Test void tellsWhatWentWrongAsItWas() {
        OutOfMemoryError tooLittle = new OutOfMemoryError("of a test");
        try (Team team = new Team()) {
            for (int round = 0; round < 100; round++) {
                assertSame(tooLittle, assertThrows(OutOfMemoryError.class, () -> team.each(2, _ -> {
                    throw tooLittle;
                })));
            }
        }
    }
}
