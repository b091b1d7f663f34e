package prisme.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/// Points in time as people write them.
public final class Timestamp {
    private static final DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final int LENGTH_OF_DATE = 10;
    private static final String USUAL = "0000-00-00T00:00:00.000Z";
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final long SECONDS_PER_DAY = 86_400;

    private Timestamp() {}

    /// ISO 8601 in UTC, with milliseconds: `2026-01-31T12:00:00.000Z`.
    static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /// Reads an instant of RFC 3339 that has no finer parts than milliseconds.
    ///
    /// @throws DateTimeException when it is none
    static Instant ofMilliseconds(String text) {
        Instant instant = isUsual(text) ? usual(text) : parse(text);
        boolean isExact = text.length() > LENGTH_OF_DATE && instant.getNano() % NANOS_PER_MILLI == 0;
        if (!isExact || instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("no instant in milliseconds of the years 0 to 9999");
        }
        return instant;
    }

    /// Whether digits stand where [#text(Instant)] has some, and the rest is as there.
    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char c = text.charAt(i);
            if (USUAL.charAt(i) == '0' ? c < '0' || c > '9' : c != USUAL.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /* By hand, since an import reads millions, and the JDK's parser takes as long as all the rest of a line. */
    private static Instant usual(String text) {
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
        long seconds = day.toEpochDay() * SECONDS_PER_DAY + time.toSecondOfDay();
        return Instant.ofEpochSecond(seconds, number(text, 20, 23) * (long) NANOS_PER_MILLI);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
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
