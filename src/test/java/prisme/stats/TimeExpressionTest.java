package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeExpressionTest {
    /// A Wednesday.
    private static final Instant NOW = Instant.parse("2026-02-18T13:14:15.123456789Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31T12:34:56Z              | 2026-01-31T12:34:56Z
            2026-01-31t12:34:56z              | 2026-01-31T12:34:56Z
            2026-01-31 12:34:56Z              | 2026-01-31T12:34:56Z
            2026-01-31T12:34:56.5Z            | 2026-01-31T12:34:56.500Z
            2026-01-31T12:34:56.999999999999Z | 2026-01-31T12:34:56.999999999Z
            2026-01-31T12:34:56+02:00         | 2026-01-31T10:34:56Z
            2026-01-31T12:34:56 02:00         | 2026-01-31T10:34:56Z
            2026-01-31T12:34:56-11:30         | 2026-02-01T00:04:56Z
            2026-01-31T12:34:56-00:00         | 2026-01-31T12:34:56Z
            2026-01-31T12:34:56-23:59         | 2026-02-01T12:33:56Z
            2016-12-31T23:59:60Z              | 2017-01-01T00:00:00Z
            1969-12-31T23:59:59.25Z           | 1969-12-31T23:59:59.250Z
            0000-01-01                        | 0000-01-01T00:00:00Z
            9999-12-31                        | 9999-12-31T00:00:00Z
            2024-02-29                        | 2024-02-29T00:00:00Z
            now                               | 2026-02-18T13:14:15.123456789Z
            now-90s                           | 2026-02-18T13:12:45.123456789Z
            now+15m                           | 2026-02-18T13:29:15.123456789Z
            now 15m                           | 2026-02-18T13:29:15.123456789Z
            now-14h                           | 2026-02-17T23:14:15.123456789Z
            now-d                             | 2026-02-17T13:14:15.123456789Z
            now-0d                            | 2026-02-18T13:14:15.123456789Z
            2026-01-01+1w                     | 2026-01-08T00:00:00Z
            2026-01-01 1w                     | 2026-01-08T00:00:00Z
            2026-01-01-1d                     | 2025-12-31T00:00:00Z
            2026-01-31+1M                     | 2026-02-28T00:00:00Z
            2026-01-31+1Q                     | 2026-04-30T00:00:00Z
            2024-02-29+5Q                     | 2025-05-29T00:00:00Z
            2024-02-29-1y                     | 2023-02-28T00:00:00Z
            2026-01-31T12:00:00Z-1M+1d        | 2026-01-01T12:00:00Z
            2026-01-31T12:00:00-02:00-02h     | 2026-01-31T12:00:00Z
            """)
    void isTheSameAtBothEndsWhereNothingIsRounded(String text, Instant expected) throws InvalidTime {
        assertEquals(expected, from(text, "UTC"));
        assertEquals(expected, to(text, "UTC"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            now/s        | 2026-02-18T13:14:15Z | 2026-02-18T13:14:15.999999999Z
            now/m        | 2026-02-18T13:14:00Z | 2026-02-18T13:14:59.999999999Z
            now/h        | 2026-02-18T13:00:00Z | 2026-02-18T13:59:59.999999999Z
            now/d        | 2026-02-18T00:00:00Z | 2026-02-18T23:59:59.999999999Z
            now/w        | 2026-02-16T00:00:00Z | 2026-02-22T23:59:59.999999999Z
            now/M        | 2026-02-01T00:00:00Z | 2026-02-28T23:59:59.999999999Z
            now/Q        | 2026-01-01T00:00:00Z | 2026-03-31T23:59:59.999999999Z
            now/y        | 2026-01-01T00:00:00Z | 2026-12-31T23:59:59.999999999Z
            now-7d/d     | 2026-02-11T00:00:00Z | 2026-02-11T23:59:59.999999999Z
            now-1d/d+6h  | 2026-02-17T06:00:00Z | 2026-02-18T05:59:59.999999999Z
            now/M-1d     | 2026-01-31T00:00:00Z | 2026-02-27T23:59:59.999999999Z
            now/M-1d/d   | 2026-01-31T00:00:00Z | 2026-02-27T23:59:59.999999999Z
            now/w/M      | 2026-02-01T00:00:00Z | 2026-02-28T23:59:59.999999999Z
            2026-01-31/d | 2026-01-31T00:00:00Z | 2026-01-31T23:59:59.999999999Z
            2026-02-16/w | 2026-02-16T00:00:00Z | 2026-02-22T23:59:59.999999999Z
            2026-02-22/w | 2026-02-16T00:00:00Z | 2026-02-22T23:59:59.999999999Z
            2024-02-05/M | 2024-02-01T00:00:00Z | 2024-02-29T23:59:59.999999999Z
            2026-12-31/Q | 2026-10-01T00:00:00Z | 2026-12-31T23:59:59.999999999Z
            1969-12-31/y | 1969-01-01T00:00:00Z | 1969-12-31T23:59:59.999999999Z
            9999-12-31/y | 9999-01-01T00:00:00Z | 9999-12-31T23:59:59.999999999Z
            """)
    void roundsDownWhereARangeBeginsAndUpWhereItEnds(String text, Instant from, Instant to) throws InvalidTime {
        assertEquals(from, from(text, "UTC"));
        assertEquals(to, to(text, "UTC"));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-18               | Europe/Berlin       | 2026-02-17T23:00:00Z | 2026-02-17T23:00:00Z
            2026-02-18/d             | Europe/Berlin       | 2026-02-17T23:00:00Z | 2026-02-18T22:59:59.999999999Z
            2026-03-29/d             | Europe/Berlin       | 2026-03-28T23:00:00Z | 2026-03-29T21:59:59.999999999Z
            2026-10-25/d             | Europe/Berlin       | 2026-10-24T22:00:00Z | 2026-10-25T22:59:59.999999999Z
            2026-03-29+1d            | Europe/Berlin       | 2026-03-29T22:00:00Z | 2026-03-29T22:00:00Z
            2026-03-29+24h           | Europe/Berlin       | 2026-03-29T23:00:00Z | 2026-03-29T23:00:00Z
            2026-03-28T01:30:00Z+1d  | Europe/Berlin       | 2026-03-29T01:30:00Z | 2026-03-29T01:30:00Z
            2026-10-25T00:30:00Z/h   | Europe/Berlin       | 2026-10-25T00:00:00Z | 2026-10-25T00:59:59.999999999Z
            2026-10-25T01:30:00Z/h   | Europe/Berlin       | 2026-10-25T01:00:00Z | 2026-10-25T01:59:59.999999999Z
            2026-03-29T01:30:00Z/h   | Europe/Berlin       | 2026-03-29T01:00:00Z | 2026-03-29T01:59:59.999999999Z
            2026-02-18T13:14:00Z/h   | Asia/Kolkata        | 2026-02-18T12:30:00Z | 2026-02-18T13:29:59.999999999Z
            2026-04-24/d             | Africa/Cairo        | 2026-04-23T22:00:00Z | 2026-04-24T20:59:59.999999999Z
            2026-11-01/d             | America/Havana      | 2026-11-01T04:00:00Z | 2026-11-02T04:59:59.999999999Z
            2011-12-29/d             | Pacific/Apia        | 2011-12-29T10:00:00Z | 2011-12-30T09:59:59.999999999Z
            2011-12-30/d             | Pacific/Apia        | 2011-12-30T10:00:00Z | 2011-12-31T09:59:59.999999999Z
            2026-04-04T15:45:00Z/h   | Australia/Lord_Howe | 2026-04-04T15:30:00Z | 2026-04-04T16:29:59.999999999Z
            2026-09-26T14:05:00Z/h   | Pacific/Chatham     | 2026-09-26T14:00:00Z | 2026-09-26T14:14:59.999999999Z
            """)
    void goesByTheClocksOfTheZone(String text, String zone, Instant from, Instant to) throws InvalidTime {
        assertEquals(from, from(text, zone));
        assertEquals(to, to(text, zone));
    }

    @ParameterizedTest
    @ValueSource(strings =
            {"", " ", "now ", " now", "NOW", "nowish", "now-", "now/", "now-7", "now-7x", "now-7D", "now--7d",
            "now/2d", "now/fy", "now-7d/", "now-1.5d", "now7d", "now-٣d", "yesterday", "1700000000", "1700000000000",
            "2026", "2026-01", "2026-1-1", "26-01-01", "20260101", "2026-W01-1", "2026-01-01T", "2026-01-01T12:00",
            "2026-01-01T12:00Z", "2026-01-01T12:00:00", "2026-01-01T12:00:00.Z", "2026-01-01T12:00:00+02",
            "2026-01-01T12:00:00+0200", "2026-01-01T12:00:00Z||+1d", "2026-01-01||", "2026-01-01  1d", "+2026-01-01",
            "-2026-01-01", "now-1000000000000d", "2026-01-01+1d\n", "2026-01-01T12:00:00ZZ"})
    void refusesWhatIsNoTime(String text) {
        String message = assertThrows(InvalidTime.class, () -> TimeExpression.parse(text)).getMessage();
        assertTrue(message.contains("2026-01-31T12:00:00Z") && message.contains("now-7d/d"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31",
            "2026-01-01T24:00:00Z", "2026-01-01T12:60:00Z", "2026-01-01T12:00:60Z", "2026-01-01T12:00:00+24:00",
            "2026-01-01T12:00:00+01:60", "2026-02-29T12:00:00Z"})
    void refusesWhatIsNotOnTheCalendar(String text) {
        assertThrows(InvalidTime.class, () -> TimeExpression.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"now+999999999999y", "now-999999999999y", "now+999999999999s", "now-999999999999M",
            "now+8000y", "now-2027y", "9999-12-31+1d", "0000-01-01-1s", "9999-12-31/d+1s",
            "now+9000y-9000y", "0000-01-01T00:00:00+00:01"})
    void refusesTimesBeyondTheCalendar(String text) throws InvalidTime {
        TimeExpression expression = TimeExpression.parse(text);
        assertThrows(InvalidTime.class, () -> expression.to(NOW, ZoneId.of("UTC")));
    }

    @Test void readsManySteps() throws InvalidTime {
        assertEquals(NOW, from("now" + "+1h-1h".repeat(2000), "UTC"));
    }

    private static Instant from(String text, String zone) throws InvalidTime {
        return TimeExpression.parse(text).from(NOW, ZoneId.of(zone));
    }

    private static Instant to(String text, String zone) throws InvalidTime {
        return TimeExpression.parse(text).to(NOW, ZoneId.of(zone));
    }
}
