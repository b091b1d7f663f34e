package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class EarlyAnswerTest {
    @Test void writesEveryDayOfAMonthWithTwoDigits() {
        assertEquals("Tue, 03 Nov 2026 09:08:07 GMT",
                EarlyAnswer.date(ZonedDateTime.of(2026, 11, 3, 9, 8, 7, 0, ZoneOffset.UTC)));
    }
}
