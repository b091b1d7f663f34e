package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        assertEquals(false, interest.isThere(), "before the first question");
        interest.show();
        assertEquals(true, interest.isThere());
        now += 5;
        assertEquals(true, interest.isThere());
        interest.show();
        now += 5;
        assertEquals(true, interest.isThere(), "after another question");
        now += 1;
        assertEquals(false, interest.isThere());
    }

    /// The clock's numbers come round again, after centuries.
    @Test void doesNotComeBackByItself() {
        Interest interest = new Interest(Duration.ofNanos(5), () -> now);
        interest.show();
        now = 6;
        assertEquals(false, interest.isThere());
        now = 3;
        assertEquals(false, interest.isThere());
    }
}
