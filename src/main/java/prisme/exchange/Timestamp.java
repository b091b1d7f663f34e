package prisme.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import prisme.time.Rfc3339;

/// Points in time as people write them.
public final class Timestamp {
    /// The latest instant that a line may have.
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final int LENGTH_OF_DATE = 10;
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Timestamp() {}

    /// ISO 8601 in UTC, with milliseconds: `2026-01-31T12:00:00.000Z`.
    static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /// Reads an instant of RFC 3339 in the years 0 to 9999 that is exact to the millisecond.
    ///
    /// @throws DateTimeException when it is not such an instant
    static Instant ofMilliseconds(String text) {
        Rfc3339.Moment moment = Rfc3339.moment(text);
        Instant instant = moment.instant();
        boolean isExact = moment.isExact() && instant.getNano() % NANOS_PER_MILLI == 0;
        if (!isExact || instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("no instant in milliseconds of the years 0 to 9999");
        }
        return instant;
    }

    /// Reads an instant of [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339), or a date, which begins at midnight UTC.
    ///
    /// @return the first instant, in nanoseconds, that is not before it
    /// @throws DateTimeException when it is neither
    public static Instant parse(String text) {
        if (text.length() <= LENGTH_OF_DATE) {
            return Rfc3339.date(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        Rfc3339.Moment moment = Rfc3339.moment(text);
        return moment.isExact() ? moment.instant() : moment.instant().plusNanos(1);
    }
}
