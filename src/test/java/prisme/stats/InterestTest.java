package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterestTest {
    private long now;

    @ParameterizedTest @ValueSource(longs = {0, -7, Long.MAX_VALUE - 3, Long.MIN_VALUE})
    void isThereFromAQuestionOnForAWhile(long start) {
        now = start;
        Interest interest = new Interest(Duration.ofNanos(5), () -> now);
        assertFalse(interest.isThere(), "before the first question");
        interest.show();
        assertTrue(interest.isThere());
        now += 5;
        assertTrue(interest.isThere());
        interest.show();
        now += 5;
        assertTrue(interest.isThere(), "after another question");
        now += 1;
        assertFalse(interest.isThere());
    }

    /// The clock's numbers come round again, after centuries.
    @Test void doesNotComeBackByItself() {
        Interest interest = new Interest(Duration.ofNanos(5), () -> now);
        interest.show();
        now = 6;
        assertFalse(interest.isThere());
        now = 3;
        assertFalse(interest.isThere());
    }
}
