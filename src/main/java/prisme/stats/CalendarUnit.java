package prisme.stats;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;

/// A stretch of the calendar, as the clocks of a time zone show it.
/* Where clocks are put forward over the start of a unit, it begins with the first instant that exists. Where they are
 * put back, days begin with the first midnight, and the hour that comes twice counts as two hours. */
enum CalendarUnit {
    SECOND(ChronoUnit.SECONDS),
    MINUTE(ChronoUnit.MINUTES),
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    /// From Monday.
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    /// From January, April, July and October.
    QUARTER(IsoFields.QUARTER_YEARS),
    YEAR(ChronoUnit.YEARS);

    private final TemporalUnit unit;

    CalendarUnit(TemporalUnit unit) {
        this.unit = unit;
    }

    /// The unit that this letter stands for in a [TimeExpression].
    ///
    /// @throws IllegalArgumentException for any other letter
    static CalendarUnit of(char letter) {
        return switch (letter) {
            case 's' -> SECOND;
            case 'm' -> MINUTE;
            case 'h' -> HOUR;
            case 'd' -> DAY;
            case 'w' -> WEEK;
            case 'M' -> MONTH;
            case 'Q' -> QUARTER;
            case 'y' -> YEAR;
            default -> throw new IllegalArgumentException("no unit has the letter " + letter);
        };
    }

    /// The time `amount` units later. Seconds, minutes and hours are lengths of time; longer units lead to the same
    /// time of another day, or to the last day of a month that is too short.
    ///
    /// @throws java.time.DateTimeException when that is beyond the calendar
    /// @throws ArithmeticException likewise
    ZonedDateTime add(long amount, ZonedDateTime time) {
        return time.plus(amount, unit);
    }

    /// When the unit that is under way at this time began.
    ZonedDateTime begin(ZonedDateTime time) {
        LocalDate day = time.toLocalDate();
        return switch (this) {
            case SECOND, MINUTE, HOUR -> time.truncatedTo(unit);
            case DAY -> firstInstant(day, time);
            case WEEK -> firstInstant(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), time);
            case MONTH -> firstInstant(day.withDayOfMonth(1), time);
            case QUARTER -> firstInstant(day.with(IsoFields.DAY_OF_QUARTER, 1), time);
            case YEAR -> firstInstant(day.withDayOfYear(1), time);
        };
    }

    /// When the unit after the one that is under way at this time begins.
    ZonedDateTime next(ZonedDateTime time) {
        ZonedDateTime begin = begin(time);
        ZonedDateTime later = add(1, begin);
        /* The same time of the next day may still belong to this day, where the clocks are put back over midnight. */
        while (!begin(later).toInstant().isAfter(begin.toInstant())) {
            later = add(1, later);
        }
        return begin(later);
    }

    private static ZonedDateTime firstInstant(LocalDate day, ZonedDateTime time) {
        return day.atStartOfDay(time.getZone());
    }
}
