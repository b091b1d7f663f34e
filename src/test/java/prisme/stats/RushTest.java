package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RushTest {
    private long stored = 7_000_000;
    private long nanoTime = Long.MAX_VALUE - 5;
    private final Rush rush = new Rush(() -> stored, () -> nanoTime);

    private void pass(double seconds, int events) {
        nanoTime += (long) (seconds * 1e9);
        stored += events;
    }

    @Test void isNotOnWhileNobodyKnows() {
        assertFalse(rush.isOn());
        pass(0.9, 1_000_000);
        assertFalse(rush.isOn());
    }

    @ParameterizedTest
    @CsvSource({"1, 500, true", "1, 499, false", "60, 30000, true", "60, 29999, false", "86400, 0, false"})
    void isOnWhereSoManyComeInASecond(double seconds, int events, boolean isOn) {
        pass(seconds, events);
        assertEquals(isOn, rush.isOn());
    }

    @Test void isOverWhenFewerCome() {
        pass(2, 5000);
        assertEquals(true, rush.isOn());
        pass(0.5, 0);
        assertEquals(true, rush.isOn());
        pass(0.5, 499);
        assertFalse(rush.isOn());
        pass(1, 500);
        assertEquals(true, rush.isOn());
    }
}
