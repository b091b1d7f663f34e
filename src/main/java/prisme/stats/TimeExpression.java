package prisme.stats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prisme.time.Rfc3339;

/// A point in time as people write it: an instant of [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339), a date, which
/// stands for its first instant, or `now`; behind it any number of steps as
/// [Grafana](https://grafana.com/docs/grafana/latest/dashboards/use-dashboards/#time-units-and-relative-ranges) has
/// them, taken one after the other. `+6h` and `-7d` add and subtract; `/d` rounds to the day: down to its first instant
/// where a range begins, up to its last nanosecond where it ends. Nothing else rounds.
///
/// The units are `s m h d w M Q y`; a number that is left out is 1. Where a `+` may stand, so may a space, since that
/// is what a `+` in a URL becomes.
///
/// @param start the time it starts from
/// @param steps what is done with that time, in order
public record TimeExpression(Start start, List<Step> steps) {
    /// Where an expression starts from.
    sealed interface Start {
        /// The time at which the question is asked.
        record Now() implements Start {}

        /// The first instant of a day.
        record Day(LocalDate date) implements Start {}

        /// A point in time.
        record At(Instant instant) implements Start {}
    }

    /// A step to another time.
    sealed interface Step {
        /// To a later time, or to an earlier one if the amount is negative.
        record Move(long amount, CalendarUnit unit) implements Step {}

        /// To the first or the last instant of the unit.
        record Round(CalendarUnit unit) implements Step {}
    }

    /// Which end of a unit is rounded to.
    private enum End { FIRST, LAST }

    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String TIME = "[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]+)?(?:[Zz]|[+ -][0-9]{2}:[0-9]{2})";
    private static final Pattern START = Pattern.compile("now|" + DATE + "[Tt ]" + TIME + "|" + DATE);
    private static final Pattern STEP = Pattern.compile("([+ -])([0-9]{0,12})([smhdwMQy])|/([smhdwMQy])");
    private static final int DATE_LENGTH = 10;

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    public TimeExpression {
        steps = List.copyOf(steps);
    }

    /// Reads an expression.
    ///
    /// @throws InvalidTime when it is none
    public static TimeExpression parse(String text) throws InvalidTime {
        Matcher start = START.matcher(text);
        if (!start.lookingAt()) {
            throw malformed();
        }
        return new TimeExpression(start(start.group()), steps(text, start.end()));
    }

    private static Start start(String text) throws InvalidTime {
        try {
            return switch (text.length()) {
                case 3 -> new Start.Now();
                case DATE_LENGTH -> new Start.Day(Rfc3339.date(text));
                default -> new Start.At(instant(text));
            };
        } catch (DateTimeException _) {
            throw new InvalidTime("is not on the calendar or the clock");
        }
    }

    private static Instant instant(String text) {
        String time = text.substring(DATE_LENGTH + 1).replace(' ', '+');
        return Rfc3339.moment(text.substring(0, DATE_LENGTH) + "T" + time).instant();
    }

    private static List<Step> steps(String text, int from) throws InvalidTime {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int at = from;
        while (at < text.length()) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                throw malformed();
            }
            steps.add(step(matcher));
            at = matcher.end();
        }
        return steps;
    }

    private static Step step(Matcher step) {
        if (step.group(4) != null) {
            return new Step.Round(CalendarUnit.of(step.group(4).charAt(0)));
        }
        long amount = step.group(2).isEmpty() ? 1 : Long.parseLong(step.group(2));
        CalendarUnit unit = CalendarUnit.of(step.group(3).charAt(0));
        return new Step.Move(step.group(1).equals("-") ? -amount : amount, unit);
    }

    private static InvalidTime malformed() {
        return new InvalidTime("must be an instant such as 2026-01-31T12:00:00Z, a date such as 2026-01-31, or an "
                + "expression such as now-7d/d, with the units s m h d w M Q y");
    }

    /// The instant at which a range begins.
    ///
    /// @param zone where days begin
    /// @throws InvalidTime when it is not within the years 0 to 9999
    public Instant from(Instant now, ZoneId zone) throws InvalidTime {
        return at(now, zone, End.FIRST);
    }

    /// The last instant of a range.
    ///
    /// @param zone where days begin
    /// @throws InvalidTime when it is not within the years 0 to 9999
    public Instant to(Instant now, ZoneId zone) throws InvalidTime {
        return at(now, zone, End.LAST);
    }

    private Instant at(Instant now, ZoneId zone, End end) throws InvalidTime {
        try {
            ZonedDateTime time = startAt(now, zone);
            for (Step step : steps) {
                time = within(take(step, time, end));
            }
            return within(time).toInstant();
        } catch (DateTimeException | ArithmeticException _) {
            throw beyond();
        }
    }

    private ZonedDateTime startAt(Instant now, ZoneId zone) {
        return switch (start) {
            case Start.Now() -> now.atZone(zone);
            case Start.Day(LocalDate date) -> date.atStartOfDay(zone);
            case Start.At(Instant instant) -> instant.atZone(zone);
        };
    }

    private static ZonedDateTime take(Step step, ZonedDateTime time, End end) {
        return switch (step) {
            case Step.Move(long amount, CalendarUnit unit) -> unit.add(amount, time);
            case Step.Round(CalendarUnit unit) -> switch (end) {
                case FIRST -> unit.begin(time);
                case LAST -> unit.next(time).minusNanos(1);
            };
        };
    }

    private static ZonedDateTime within(ZonedDateTime time) throws InvalidTime {
        Instant instant = time.toInstant();
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw beyond();
        }
        return time;
    }

    private static InvalidTime beyond() {
        return new InvalidTime("must be within the years 0 to 9999");
    }
}
