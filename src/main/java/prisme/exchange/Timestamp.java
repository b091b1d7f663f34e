package prisme.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/// Points in time as people write them.
public final class Timestamp {
    private static final DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final int LENGTH_OF_DATE = 10;

    private Timestamp() {}

    /// ISO 8601 in UTC, with milliseconds: `2026-01-31T12:00:00.000Z`.
    static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /// Reads an instant of [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339), or a date, which begins at midnight UTC.
    ///
    /// @throws DateTimeException when it is neither
    public static Instant parse(String text) {
        if (text.length() <= LENGTH_OF_DATE) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        /* The standard allows a blank in place of the T. */
        boolean hasBlank = text.charAt(LENGTH_OF_DATE) == ' ';
        String iso = hasBlank ? text.substring(0, LENGTH_OF_DATE) + "T" + text.substring(LENGTH_OF_DATE + 1) : text;
        return OffsetDateTime.parse(iso).toInstant();
    }
}
