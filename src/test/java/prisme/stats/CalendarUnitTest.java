package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CalendarUnitTest {
    private static final Instant FIRST_CHANGE = Instant.parse("1800-01-01T00:00:00Z");
    private static final Instant LAST_CHANGE = Instant.parse("2028-01-01T00:00:00Z");
    private static final Map<ZoneOffsetTransition, ZoneId> CHANGES = changes();

    /// How long before and behind a change of the clocks is looked.
    private static final List<Duration> NEARBY = List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofSeconds(1),
            Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(1).minusSeconds(1), Duration.ofHours(23));

    /* All changes take half a minute, so of the usual ones a few are picked, others each time: a failure names time and
     * zone, which is all that it takes to see it again. */
    @ParameterizedTest
    @EnumSource(CalendarUnit.class)
    void dividesTimeWithoutGapsAndOverlapWhereverClocksAreChanged(CalendarUnit unit) {
        Random random = new Random();
        CHANGES.forEach((change, zone) -> {
            if (isOdd(change) || random.nextInt(20) == 0) {
                dividesTime(unit, change.getInstant().atZone(zone));
            }
        });
    }

    /// Each with one of the zones that had it.
    private static Map<ZoneOffsetTransition, ZoneId> changes() {
        Map<ZoneOffsetTransition, ZoneId> changes = new HashMap<>();
        for (String name : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(name);
            changes(zone.getRules()).forEach(change -> changes.put(change, zone));
        }
        return changes;
    }

    /// Other than by a whole hour, at another time than a full hour, or such that another day begins.
    private static boolean isOdd(ZoneOffsetTransition change) {
        LocalDateTime before = change.getDateTimeBefore();
        return change.getDuration().toSeconds() % 3600 != 0 || before.toLocalTime().toSecondOfDay() % 3600 != 0
                || !before.minusNanos(1).toLocalDate().equals(change.getDateTimeAfter().toLocalDate());
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition change = rules.nextTransition(FIRST_CHANGE);
        while (change != null && change.getInstant().isBefore(LAST_CHANGE)) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return changes;
    }

    private static void dividesTime(CalendarUnit unit, ZonedDateTime change) {
        for (Duration distance : NEARBY) {
            isWithinOne(unit, change.minus(distance));
            isWithinOne(unit, change.plus(distance));
        }
    }

    private static void isWithinOne(CalendarUnit unit, ZonedDateTime time) {
        ZonedDateTime begin = unit.begin(time);
        ZonedDateTime next = unit.next(time);
        boolean isWithin = !begin.isAfter(time) && next.isAfter(time);
        assertTrue(isWithin && unit.begin(begin).isEqual(begin) && unit.next(begin).isEqual(next)
                        && unit.begin(next).isEqual(next) && unit.begin(next.minusNanos(1)).isEqual(begin),
                () -> unit + " of " + time + " goes from " + begin + " to " + next);
    }

    @ParameterizedTest(name = "{0} in {1} at {2}: {3} to {4}")
    @CsvSource(delimiter = '|', textBlock = """
            HOUR   | Pacific/Chatham     | 2026-09-26T13:59:59Z | 2026-09-26T13:15:00Z | 2026-09-26T14:00:00Z
            HOUR   | Pacific/Chatham     | 2026-09-26T14:00:00Z | 2026-09-26T14:00:00Z | 2026-09-26T14:15:00Z
            HOUR   | Pacific/Chatham     | 2026-09-26T14:15:00Z | 2026-09-26T14:15:00Z | 2026-09-26T15:15:00Z
            HOUR   | Pacific/Chatham     | 2026-04-04T13:59:59Z | 2026-04-04T13:15:00Z | 2026-04-04T14:00:00Z
            HOUR   | Pacific/Chatham     | 2026-04-04T14:00:00Z | 2026-04-04T14:00:00Z | 2026-04-04T14:15:00Z
            HOUR   | Australia/Lord_Howe | 2026-04-04T15:10:00Z | 2026-04-04T14:00:00Z | 2026-04-04T15:30:00Z
            HOUR   | Australia/Lord_Howe | 2026-10-03T15:40:00Z | 2026-10-03T15:30:00Z | 2026-10-03T16:00:00Z
            HOUR   | America/St_Johns    | 2005-10-30T02:30:59Z | 2005-10-30T02:30:00Z | 2005-10-30T02:31:00Z
            HOUR   | America/St_Johns    | 2005-10-30T02:31:01Z | 2005-10-30T02:31:00Z | 2005-10-30T03:30:00Z
            MINUTE | Africa/Monrovia     | 1972-01-07T00:44:20Z | 1972-01-07T00:43:30Z | 1972-01-07T00:44:30Z
            MINUTE | Africa/Monrovia     | 1972-01-07T00:44:30Z | 1972-01-07T00:44:30Z | 1972-01-07T00:45:00Z
            DAY    | America/St_Johns    | 2005-10-30T02:31:01Z | 2005-10-30T02:30:00Z | 2005-10-31T03:30:00Z
            DAY    | Antarctica/Casey    | 2010-03-04T15:30:00Z | 2010-03-04T13:00:00Z | 2010-03-05T16:00:00Z
            """)
    void isWhatClocksShow(CalendarUnit unit, String zone, Instant time, Instant begin, Instant next) {
        ZonedDateTime shown = time.atZone(ZoneId.of(zone));
        assertEquals(begin, unit.begin(shown).toInstant());
        assertEquals(next, unit.next(shown).toInstant());
    }

    @Test void addsQuartersAsThreeMonths() {
        ZonedDateTime time = ZonedDateTime.parse("2024-02-29T00:00:00Z");
        assertEquals(time.plusMonths(15), CalendarUnit.QUARTER.add(5, time));
        assertEquals(time.plusMonths(-15), CalendarUnit.QUARTER.add(-5, time));
    }
}
