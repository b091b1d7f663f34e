package prisme.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1985-04-12T23:20:50.52Z          | 1985-04-12T23:20:50.520Z
            1996-12-19T16:39:57-08:00        | 1996-12-20T00:39:57Z
            1937-01-01T12:00:27.87+00:20     | 1937-01-01T11:40:27.870Z
            2026-01-31t12:00:00z             | 2026-01-31T12:00:00Z
            2026-01-31 12:00:00Z             | 2026-01-31T12:00:00Z
            2026-01-31T12:00:00-00:00        | 2026-01-31T12:00:00Z
            2026-01-31T12:00:00+23:59        | 2026-01-30T12:01:00Z
            2026-01-31T12:00:00-23:59        | 2026-02-01T11:59:00Z
            2026-01-31T12:00:00.123456789Z   | 2026-01-31T12:00:00.123456789Z
            2026-01-31T12:00:00.12345678900Z | 2026-01-31T12:00:00.123456789Z
            0000-01-01T00:00:00+00:01        | -0001-12-31T23:59:00Z
            9999-12-31T23:59:59-00:01        | +10000-01-01T00:00:59Z
            1969-12-31T23:59:59.25Z          | 1969-12-31T23:59:59.250Z
            """)
    void readsInstants(String text, Instant expected) {
        assertEquals(new Rfc3339.Moment(expected, true), Rfc3339.moment(text));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1990-12-31T23:59:60Z      | 1991-01-01T00:00:00Z
            1990-12-31T15:59:60-08:00 | 1991-01-01T00:00:00Z
            2016-12-31T23:59:60.5Z    | 2017-01-01T00:00:00.500Z
            1960-06-30T23:59:60Z      | 1960-07-01T00:00:00Z
            2017-01-01T05:29:60+05:30 | 2017-01-01T00:00:00Z
            """)
    void readsLeapSecondsAsTheSecondBehindThem(String text, Instant expected) {
        assertEquals(new Rfc3339.Moment(expected, true), Rfc3339.moment(text));
    }

    @Test
    void saysWhatIsLostBelowNanoseconds() {
        assertEquals(new Rfc3339.Moment(Instant.parse("2026-11-27T14:52:29.253Z"), false),
                Rfc3339.moment("2026-11-27T14:52:29.2530000001Z"));
        assertEquals(new Rfc3339.Moment(Instant.parse("2026-11-27T14:52:29.999999999Z"), false),
                Rfc3339.moment("2026-11-27T14:52:29." + "9".repeat(1000) + "+00:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Z", "2026-01-31", "2026-01-31T12:00Z", "2026-01-31T12:00:00", "2026-01-31T12:00:00.Z",
        "2026-01-31T12:00:00.5", "2026-01-31T12:00:00+01", "2026-01-31T12:00:00+0100", "2026-01-31T12:00:00+01:00:00",
        "2026-01-31T12:00:00+1:00", "2026-01-31T12:00:00 01:00", "2026-01-31T12:00:00ZZ", "2026-01-31T12:00:00Z ",
        " 2026-01-31T12:00:00Z", "2026-01-31_12:00:00Z", "2026-01-31T12.00.00Z", "2026-01-31T12:00:00,5Z",
        "2026/01/31T12:00:00Z", "2026-01-31T12:00:0\u0660Z", "2026-01-31T12:00:00.\u0665Z", "+2026-01-31T12:00:00Z",
        "12026-01-31T12:00:00Z", "-026-01-31T12:00:00Z", "2026-01-31T12:00:00[Z]",
        "2026-02-29T12:00:00Z", "2026-13-01T12:00:00Z", "2026-01-00T12:00:00Z", "2026-01-31T24:00:00Z",
        "2026-01-31T12:60:00Z", "2026-01-31T12:00:61Z", "2026-01-31T12:00:00+24:00", "2026-01-31T12:00:00+23:60",
        "2026-01-31T12:00:60Z", "2026-01-30T23:59:60Z", "2016-12-31T23:59:60+01:00", "2016-12-31T23:58:60Z"})
    void refusesWhatIsNoInstant(String text) {
        assertThrows(DateTimeException.class, () -> Rfc3339.moment(text));
    }

    @Test
    void readsDates() {
        assertEquals(LocalDate.of(2024, 2, 29), Rfc3339.date("2024-02-29"));
        assertEquals(LocalDate.of(0, 1, 1), Rfc3339.date("0000-01-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-29", "2026-1-1", "20260131", "2026-01-31Z", "2026-01-31 ", "+026-01-31",
        "2026-01-3\u0661", "2026-031-1"})
    void refusesWhatIsNoDate(String text) {
        assertThrows(DateTimeException.class, () -> Rfc3339.date(text));
    }
}
