package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    private static List<String> starts(Interval interval, String from, String to, String zone) {
        return Arrays.stream(calendar(interval, from, to, zone).starts())
                .mapToObj(start -> Instant.ofEpochSecond(start).toString()).toList();
    }

    private static Buckets.Calendar calendar(Interval interval, String from, String to, String zone) {
        return interval.buckets(Instant.parse(from), Instant.parse(to), ZoneId.of(zone)).orElseThrow();
    }

    @Test void beginsWithTheBucketUnderWayAndEndsWithTheOneOfTheLastInstant() {
        assertEquals(List.of("2026-01-31T00:00:00Z", "2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z"),
                starts(Interval.DAY, "2026-01-31T12:00:00Z", "2026-02-02T00:00:00Z", "UTC"));
        assertEquals(List.of("2026-01-31T00:00:00Z", "2026-02-01T00:00:00Z"),
                starts(Interval.DAY, "2026-01-31T00:00:00Z", "2026-02-01T23:59:59.999999999Z", "UTC"));
        assertEquals(List.of("2026-01-31T12:00:00Z"),
                starts(Interval.MINUTE, "2026-01-31T12:00:10Z", "2026-01-31T12:00:10Z", "UTC"));
    }

    @Test void beginsWeeksOnMondayAndMonthsOnTheFirst() {
        assertEquals(List.of("2026-01-26T00:00:00Z", "2026-02-02T00:00:00Z"),
                starts(Interval.WEEK, "2026-02-01T00:00:00Z", "2026-02-08T23:00:00Z", "UTC"));
        assertEquals(List.of("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"),
                starts(Interval.MONTH, "2026-01-31T00:00:00Z", "2026-03-01T00:00:00Z", "UTC"));
    }

    @Test void goesByTheClocksOfTheZone() {
        assertEquals(List.of("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "2026-03-30T22:00:00Z"),
                starts(Interval.DAY, "2026-03-29T00:00:00Z", "2026-03-30T22:00:00Z", "Europe/Berlin"));
        assertEquals(25, calendar(Interval.HOUR, "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z", "Europe/Berlin")
                .starts().length);
        assertEquals(23, calendar(Interval.HOUR, "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "Europe/Berlin")
                .starts().length);
        assertEquals(List.of("2026-02-18T18:30:00Z"),
                starts(Interval.DAY, "2026-02-18T23:00:00Z", "2026-02-19T18:29:59Z", "Asia/Kolkata"));
    }

    @Test void beginsWithTheBucketUnderWayWhereClocksChangeByAPartOfIt() {
        assertEquals(List.of("2026-09-26T14:00:00Z"),
                starts(Interval.HOUR, "2026-09-26T14:00:00Z", "2026-09-26T14:10:00Z", "Pacific/Chatham"));
        assertEquals(List.of("1980-03-01T14:00:00Z"),
                starts(Interval.HOUR, "1980-03-01T14:00:00Z", "1980-03-01T14:00:01Z", "Pacific/Chatham"));
        assertEquals(List.of("2010-03-04T13:00:00Z"),
                starts(Interval.DAY, "2010-03-04T15:30:00Z", "2010-03-04T15:30:01Z", "Antarctica/Casey"));
    }

    @Test void hasNoDayWhereTheCalendarHasNone() {
        assertEquals(List.of("2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z"),
                starts(Interval.DAY, "2011-12-29T10:00:00Z", "2011-12-31T09:59:59Z", "Pacific/Apia"));
    }

    @ParameterizedTest(name = "{0} to {1}: {2} of {3}")
    @CsvSource(textBlock = """
            2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, MINUTE, 1
            2026-01-01T00:00:00Z, 2026-01-01T00:23:59Z, MINUTE, 24
            2026-01-01T00:00:00Z, 2026-01-01T01:59:59Z, MINUTE, 120
            2026-01-01T00:00:00Z, 2026-01-01T02:00:00Z, HOUR,   3
            2026-01-01T00:00:00Z, 2026-01-01T23:59:59Z, HOUR,   24
            2026-01-01T00:00:00Z, 2026-01-05T23:59:59Z, HOUR,   120
            2026-01-01T00:00:00Z, 2026-01-07T23:59:59Z, DAY,    7
            2026-01-01T00:00:00Z, 2026-01-31T23:59:59Z, DAY,    31
            2026-01-01T00:00:00Z, 2026-04-30T23:59:59Z, DAY,    120
            2026-01-01T00:00:00Z, 2026-12-31T23:59:59Z, WEEK,   53
            2024-01-01T00:00:00Z, 2025-12-31T23:59:59Z, WEEK,   105
            2020-01-01T00:00:00Z, 2025-12-31T23:59:59Z, MONTH,  72
            1990-01-01T00:00:00Z, 2025-12-31T23:59:59Z, MONTH,  432
            """)
    void picksAnIntervalByItself(String from, String to, Interval picked, int count) {
        Buckets.Calendar automatic = calendar(Interval.AUTO, from, to, "UTC");
        assertEquals(calendar(picked, from, to, "UTC"), automatic);
        assertEquals(count, automatic.starts().length);
    }

    @Test void dividesNothingIntoMoreThanTheMost() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant last = from.plusSeconds(60L * Interval.MOST_BUCKETS - 1);
        ZoneId utc = ZoneId.of("UTC");
        assertEquals(Interval.MOST_BUCKETS, Interval.MINUTE.buckets(from, last, utc).orElseThrow().starts().length);
        assertEquals(Optional.empty(), Interval.MINUTE.buckets(from, last.plusSeconds(1), utc));
        assertEquals(Optional.empty(), Interval.AUTO.buckets(Instant.parse("0000-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T00:00:00Z"), utc));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(textBlock = """
            2026-01-01T00:00:00Z,   2026-01-01T23:59:59.999999999Z, 2699
            2026-01-01T00:00:00Z,   2026-01-02T00:00:00Z,           2700
            2026-01-01T00:00:00.5Z, 2026-01-02T00:00:00.4Z,         2699
            2026-01-01T00:00:00Z,   2026-01-01T00:00:00Z,           1
            2026-01-01T00:00:00Z,   2026-01-01T00:00:31Z,           1
            2026-01-01T00:00:00Z,   2026-01-01T00:01:04Z,           2
            """)
    void stepsAreAThirtySecondOfTheUncutDifference(Instant from, Instant to, long step) {
        assertEquals(new Buckets.Steps(step), Interval.steps(from, to));
    }

    @Test void isNamedInLowerCase() {
        assertEquals(Optional.of(Interval.AUTO), Interval.named("auto"));
        assertEquals(Optional.empty(), Interval.named("Hour"));
        assertEquals(Optional.empty(), Interval.named(""));
    }
}
