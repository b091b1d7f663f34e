package prisme.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// How busy a site is, depending on the hour of the day (UTC) and the day of the week.
final class Rhythm {
    private static final int[] HOURS =
            {18, 12, 9, 8, 9, 14, 26, 44, 62, 74, 80, 78, 72, 76, 80, 78, 72, 68, 70, 78, 82, 72, 50, 30};
    private static final int[] DAYS = {100, 106, 108, 104, 92, 62, 68};
    private static final double MEAN = mean(HOURS) * mean(DAYS);

    private Rhythm() {}

    /// How busy the site is at a time, as a multiple of the average.
    ///
    /// @param time milliseconds since 1970
    static double at(long time) {
        ZonedDateTime hour = Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC);
        return HOURS[hour.getHour()] * DAYS[hour.getDayOfWeek().getValue() - 1] / MEAN;
    }

    private static double mean(int[] weights) {
        double sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        return sum / weights.length;
    }
}
