package prisme.stats;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a range is divided for a series, when the reader names it.
public enum Interval {
    MINUTE, HOUR, DAY, WEEK, MONTH,
    /// The shortest of the others that gives at most 120 buckets; months where even those are more.
    AUTO;

    /// The most buckets that a range may be divided into: a month of minutes fits.
    public static final int MOST_BUCKETS = 50_000;

    private static final int MANY_BUCKETS = 120;
    private static final int STEPS = 32;

    /// The interval of this name, in lower case.
    public static Optional<Interval> named(String name) {
        return Arrays.stream(values()).filter(interval -> interval.word().equals(name)).findAny();
    }

    /// Its name as it is written in a question.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The calendar buckets of a range, from the one that holds its start to the one that holds its end.
    ///
    /// @param zone its clocks say when days begin
    /// @return empty when there are more than [#MOST_BUCKETS]
    public Optional<Buckets.Calendar> buckets(Instant from, Instant to, ZoneId zone) {
        return units().stream().flatMap(unit -> starts(unit, from.atZone(zone), to, mostOf(unit)).stream())
                .findFirst().map(Buckets.Calendar::new);
    }

    /// The buckets of a range for which no interval was named: about 32.
    public static Buckets.Steps steps(Instant from, Instant to) {
        return new Buckets.Steps(Math.max(1, Duration.between(from, to).toSeconds() / STEPS));
    }

    private List<CalendarUnit> units() {
        return this == AUTO ? List.of(CalendarUnit.MINUTE, CalendarUnit.HOUR, CalendarUnit.DAY, CalendarUnit.WEEK,
                CalendarUnit.MONTH) : List.of(CalendarUnit.valueOf(name()));
    }

    private int mostOf(CalendarUnit unit) {
        return this == AUTO && unit != CalendarUnit.MONTH ? MANY_BUCKETS : MOST_BUCKETS;
    }

    private static Optional<long[]> starts(CalendarUnit unit, ZonedDateTime from, Instant to, int most) {
        long[] starts = new long[16];
        int count = 0;
        for (ZonedDateTime at = unit.begin(from); !at.toInstant().isAfter(to); at = unit.next(at)) {
            if (count == most) {
                return Optional.empty();
            }
            starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
            starts[count++] = at.toEpochSecond();
        }
        return Optional.of(Arrays.copyOf(starts, count));
    }
}
