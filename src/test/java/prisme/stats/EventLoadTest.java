package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLoadTest {
    private long stored = 7_000_000;
    private long nanoTime = Long.MAX_VALUE - 5;
    private final EventLoad load = new EventLoad(() -> stored, () -> nanoTime);

    private void pass(double seconds, int events) {
        nanoTime += (long) (seconds * 1e9);
        stored += events;
    }

    @Test void isNotHighBeforeASecondHasPassed() {
        assertFalse(load.isHigh());
        pass(0.9, 1_000_000);
        assertFalse(load.isHigh());
    }

    @ParameterizedTest
    @CsvSource({"1, 500, true", "1, 499, false", "60, 30000, true", "60, 29999, false", "86400, 0, false"})
    void isHighFrom500EventsASecondOn(double seconds, int events, boolean isHigh) {
        pass(seconds, events);
        assertEquals(isHigh, load.isHigh());
    }

    @Test void isNotHighAnyMoreWhenFewerCome() {
        pass(2, 5000);
        assertTrue(load.isHigh());
        pass(0.5, 0);
        assertTrue(load.isHigh());
        pass(0.5, 499);
        assertFalse(load.isHigh());
        pass(1, 500);
        assertTrue(load.isHigh());
    }
}
