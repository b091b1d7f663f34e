package prisme.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
    @ParameterizedTest @ValueSource(strings = {"2026-01-31T12:34:56.789Z", "0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z", "2024-02-29T00:00:00.001Z"})
    void readsWhatItWrites(String text) {
        assertEquals(text, Timestamp.text(Timestamp.ofMilliseconds(text)));
        assertEquals(Instant.parse(text), Timestamp.ofMilliseconds(text));
    }

    @ParameterizedTest @ValueSource(strings = {"2026-01-31T12:34:56.789123Z", "2026-02-29T12:34:56.789Z", "2026-01-31",
        "2026-01-31T24:00:00.000Z", "2026-13-01T00:00:00.000Z", "2026-01-31T12:60:00.000Z", "2026-01-31T12:00:60.000Z",
        "2026-01-31T12:34:56.7\u0668\u0669Z", "",
        "2026-01-31T12:00Z",
        "2026-01-31T12:34:56.7890000000001Z", "2026-01-31T12:34:56+01", "2026-01-31T12:34:56.Z",
        "+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z"})
    void takesNoInstantsFinerThanMillisecondsNorBeyondFourDigitsOfYears(String text) {
        assertThrows(DateTimeException.class, () -> Timestamp.ofMilliseconds(text));
    }

    @Test void readsOtherSpellingsOfAnInstant() {
        Instant noon = Instant.parse("2026-01-31T12:00:00Z");
        for (String text : List.of("2026-01-31T12:00:00Z", "2026-01-31T13:00:00.0+01:00",
                "2026-01-31 12:00:00.000000Z")) {
            assertEquals(noon, Timestamp.ofMilliseconds(text));
        }
        assertEquals(Instant.parse("2017-01-01T00:00:00.5Z"), Timestamp.ofMilliseconds("2016-12-31T23:59:60.500Z"));
    }

    /* So that of milliseconds those are before it that are. */
    @Test void isTheNextNanosecondWhereItIsFiner() {
        assertEquals(Instant.parse("2026-11-27T14:52:29.253000001Z"),
                Timestamp.parse("2026-11-27T14:52:29.2530000001Z"));
        assertEquals(Instant.parse("2026-11-27T14:52:30Z"), Timestamp.parse("2026-11-27T14:52:29.9999999999Z"));
        assertEquals(Instant.parse("2026-11-27T14:52:29.253Z"), Timestamp.parse("2026-11-27T14:52:29.2530000000Z"));
    }

    @ParameterizedTest @CsvSource({
        "2026-01-31, 2026-01-31T00:00:00.000Z",
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00.000Z",
        "2026-01-31t12:00:00.5z, 2026-01-31T12:00:00.500Z",
        "2026-01-31 12:00:00+02:00, 2026-01-31T10:00:00.000Z",
        "2026-01-31T23:30:00.123-01:00, 2026-02-01T00:30:00.123Z",
        "2026-01-31T12:00:00+23:59, 2026-01-30T12:01:00.000Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00.000Z",
    })
    void readsInstantsAndDates(String text, String instant) {
        assertEquals(instant, Timestamp.text(Timestamp.parse(text)));
    }

    @ParameterizedTest @ValueSource(strings = {"", "now", "2026-02-30", "2026-1-1", "2026-01-31T12:00:00", "1770000000",
        "2026-01-31T12:00Z", "2026-01-31T12:00:00.Z", "2026-01-31T12:00:00+01", "2026-01-31T12:00:00 01:00",
        "2026-01-31T25:00:00Z", "2026-01-31T12:00:00Zoo"})
    void refusesAnythingElse(String text) {
        assertThrows(DateTimeException.class, () -> Timestamp.parse(text));
    }

    @Test void alwaysHasMilliseconds() {
        assertEquals("1970-01-01T00:00:00.000Z", Timestamp.text(Instant.EPOCH));
        assertEquals("0001-01-01T00:00:00.007Z", Timestamp.text(Instant.parse("0001-01-01T00:00:00.007Z")));
    }
}
