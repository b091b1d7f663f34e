package prisme.stats;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.time.zone.ZoneOffsetTransition;

/// A stretch of the calendar, as the clocks of a time zone show it. The stretches of a unit follow each other without
/// gaps and without overlap, whatever is done to the clocks.
/* Where clocks are put forward over the start of a unit, it begins with the first instant that exists. Where they are
 * put back, a day begins with its first midnight, and what clocks show of the day before from then on belongs to it.
 * An hour goes as long as clocks show it: one that they show, leave and show again is two hours, and one in whose
 * middle they are put back by a part of it is longer. */
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

    private static final long MONTHS_OF_QUARTER = 3;

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
        /* Java adds quarters in two steps, years and then months, and shortens the day after each. */
        return this == QUARTER ? time.plusMonths(Math.multiplyExact(amount, MONTHS_OF_QUARTER))
                : time.plus(amount, unit);
    }

    /// When the unit that is under way at this time began.
    ZonedDateTime begin(ZonedDateTime time) {
        return unit.isTimeBased() ? beginByClock(time) : beginByDate(time);
    }

    /// When the unit after the one that is under way at this time begins.
    ZonedDateTime next(ZonedDateTime time) {
        return unit.isTimeBased() ? nextByClock(time) : nextByDate(time);
    }

    private ZonedDateTime beginByClock(ZonedDateTime time) {
        LocalDateTime shown = time.toLocalDateTime();
        ZonedDateTime begin = time.minus(Duration.between(shown.truncatedTo(unit), shown));
        ZoneOffsetTransition change = time.getZone().getRules().previousTransition(time.toInstant().plusNanos(1));
        if (change == null || !change.getInstant().isAfter(begin.toInstant())) {
            return begin;
        }
        ZonedDateTime changed = change.getInstant().atZone(time.getZone());
        return beginsWith(change) ? changed : beginByClock(changed.minusNanos(1));
    }

    private ZonedDateTime nextByClock(ZonedDateTime time) {
        LocalDateTime shown = time.toLocalDateTime();
        ZonedDateTime next = time.plus(Duration.between(shown, shown.truncatedTo(unit).plus(1, unit)));
        ZoneOffsetTransition change = time.getZone().getRules().nextTransition(time.toInstant());
        if (change == null || change.getInstant().isAfter(next.toInstant())) {
            return next;
        }
        ZonedDateTime changed = change.getInstant().atZone(time.getZone());
        return beginsWith(change) ? changed : nextByClock(changed);
    }

    /// Whether a unit begins where clocks are changed.
    private boolean beginsWith(ZoneOffsetTransition change) {
        LocalDateTime begin = change.getDateTimeAfter().truncatedTo(unit);
        LocalDateTime lastBefore = change.getDateTimeBefore().minusNanos(1);
        return begin.equals(change.getDateTimeAfter()) || !begin.equals(lastBefore.truncatedTo(unit));
    }

    private ZonedDateTime beginByDate(ZonedDateTime time) {
        LocalDate day = firstDay(time.toLocalDate());
        ZonedDateTime begin = day.atStartOfDay(time.getZone());
        ZonedDateTime next = nextByDate(begin);
        return next.isAfter(time) ? begin : next;
    }

    private ZonedDateTime nextByDate(ZonedDateTime time) {
        LocalDate day = firstDay(time.toLocalDate());
        ZonedDateTime next;
        do {
            day = day.plus(1, unit);
            next = day.atStartOfDay(time.getZone());
        } while (!next.isAfter(time));
        return next;
    }

    private LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case SECOND, MINUTE, HOUR, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }
}
