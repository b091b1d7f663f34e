package prisme.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
    @ParameterizedTest @CsvSource({
        "2026-01-31, 2026-01-31T00:00:00.000Z",
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00.000Z",
        "2026-01-31t12:00:00.5z, 2026-01-31T12:00:00.500Z",
        "2026-01-31 12:00:00+02:00, 2026-01-31T10:00:00.000Z",
        "2026-01-31T23:30:00.123-01:00, 2026-02-01T00:30:00.123Z",
    })
    void readsInstantsAndDates(String text, String instant) {
        assertEquals(instant, Timestamp.text(Timestamp.parse(text)));
    }

    @ParameterizedTest @ValueSource(strings = {"", "now", "2026-02-30", "2026-1-1", "2026-01-31T12:00:00", "1770000000",
        "2026-01-31T25:00:00Z", "2026-01-31T12:00:00Zoo"})
    void refusesAnythingElse(String text) {
        assertThrows(DateTimeException.class, () -> Timestamp.parse(text));
    }

    @Test void alwaysHasMilliseconds() {
        assertEquals("1970-01-01T00:00:00.000Z", Timestamp.text(Instant.EPOCH));
        assertEquals("0001-01-01T00:00:00.007Z", Timestamp.text(Instant.parse("0001-01-01T00:00:00.007Z")));
    }
}
