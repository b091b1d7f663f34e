package prisme.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// Reads the dates and instants of [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339#section-5.6), and no other
/// formats.
///
/// There may be a space instead of the `T`, as the RFC allows. A leap second, `23:59:60` at the end of a month in UTC,
/// is read as the second after it, as [POSIX](https://pubs.opengroup.org/onlinepubs/9799919799/) counts time.
/* Not with the JDK's parser, since an import reads millions of them: that one refuses valid texts (ten digits of a
 * fraction of a second, offsets beyond 18:00), accepts others (no seconds, offsets without minutes), and takes as long
 * as all the rest of a line. */
public final class Rfc3339 {
    private static final int DATE_LENGTH = 10;
    private static final int SECOND_LENGTH = 19;
    private static final int LEAP = 60;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int DIGITS_OF_NANOS = 9;

    private final String text;

    private Rfc3339(String text) {
        this.text = text;
    }

    /// A point in time.
    ///
    /// @param instant the point in time, cut to the nanosecond
    /// @param isExact whether nothing was cut off; if not, the real one is later by less than a nanosecond
    public record Moment(Instant instant, boolean isExact) {}

    /// Reads a date.
    ///
    /// @throws DateTimeException when it is none, or there is no such day in the calendar
    public static LocalDate date(String text) {
        require(text.length() == DATE_LENGTH);
        return new Rfc3339(text).date();
    }

    /// Reads an instant.
    ///
    /// @throws DateTimeException when it is none, or there is no such day or time
    public static Moment moment(String text) {
        require(text.length() > SECOND_LENGTH);
        return new Rfc3339(text).moment();
    }

    private LocalDate date() {
        requireAt(4, "-");
        requireAt(7, "-");
        return LocalDate.of(number(0, 4), number(5, 7), number(8, 10));
    }

    private Moment moment() {
        requireAt(DATE_LENGTH, "Tt ");
        int zone = endOfFraction();
        long seconds = date().toEpochDay() * SECONDS_PER_DAY + secondOfDay() - offset(zone);
        require(!isLeap() || beginsMonth(seconds));
        return new Moment(Instant.ofEpochSecond(seconds, nanos(zone)), isExact(zone));
    }

    private int secondOfDay() {
        requireAt(13, ":");
        requireAt(16, ":");
        LocalTime minute = LocalTime.of(number(11, 13), number(14, 16));
        int second = number(17, SECOND_LENGTH);
        require(second <= LEAP);
        return minute.toSecondOfDay() + second;
    }

    private boolean isLeap() {
        return number(17, SECOND_LENGTH) == LEAP;
    }

    private static boolean beginsMonth(long seconds) {
        return seconds % SECONDS_PER_DAY == 0 && LocalDate.ofEpochDay(seconds / SECONDS_PER_DAY).getDayOfMonth() == 1;
    }

    /// The index at which the time zone begins.
    private int endOfFraction() {
        if (text.charAt(SECOND_LENGTH) != '.') {
            return SECOND_LENGTH;
        }
        int at = SECOND_LENGTH + 1;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        require(at > SECOND_LENGTH + 1 && at < text.length());
        return at;
    }

    private int nanos(int zone) {
        int nanos = 0;
        for (int i = 1; i <= DIGITS_OF_NANOS; i++) {
            int at = SECOND_LENGTH + i;
            nanos = nanos * 10 + (at < zone ? text.charAt(at) - '0' : 0);
        }
        return nanos;
    }

    private boolean isExact(int zone) {
        for (int at = SECOND_LENGTH + 1 + DIGITS_OF_NANOS; at < zone; at++) {
            if (text.charAt(at) != '0') {
                return false;
            }
        }
        return true;
    }

    /// By how many seconds the local time is ahead of UTC.
    private int offset(int zone) {
        if (text.length() == zone + 1) {
            requireAt(zone, "Zz");
            return 0;
        }
        require(text.length() == zone + "+00:00".length());
        requireAt(zone, "+-");
        requireAt(zone + 3, ":");
        LocalTime ahead = LocalTime.of(number(zone + 1, zone + 3), number(zone + 4, zone + 6));
        return text.charAt(zone) == '-' ? -ahead.toSecondOfDay() : ahead.toSecondOfDay();
    }

    private int number(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            require(isDigit(c));
            number = number * 10 + c - '0';
        }
        return number;
    }

    private void requireAt(int at, String allowed) {
        require(allowed.indexOf(text.charAt(at)) >= 0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void require(boolean isTrue) {
        if (!isTrue) {
            throw new DateTimeException("this is no date and no instant of RFC 3339");
        }
    }
}
