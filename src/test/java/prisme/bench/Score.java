package prisme.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// What came of a run.
///
/// @param ok answers of the 200s
/// @param other answers of another status
/// @param broken connections that ended before their answer
/// @param micros how many answers took so many microseconds; the last place stands for all longer ones
/// @param time how long it took
public record Score(long ok, long other, long broken, long[] micros, Duration time) {
    static final int PLACES = 1_000_000;

    static Score none() {
        return new Score(0, 0, 0, new long[PLACES], Duration.ZERO);
    }

    Score plus(Score score) {
        long[] sum = micros.clone();
        Arrays.setAll(sum, i -> sum[i] + score.micros[i]);
        return new Score(ok + score.ok, other + score.other, broken + score.broken, sum, time);
    }

    Score in(Duration taken) {
        return new Score(ok, other, broken, micros, taken);
    }

    /// Answers of the 200s each second.
    public double rate() {
        return ok / (time.toNanos() / 1e9);
    }

    /// The time that so many of 1000 answers did not exceed, in microseconds.
    public int permille(int of1000) {
        long left = Arrays.stream(micros).sum() * of1000 / 1000;
        int at = 0;
        while (at < PLACES - 1 && left > micros[at]) {
            left -= micros[at++];
        }
        return at;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%8.0f/s  p50 %5d us  p99 %6d us  other %d  broken %d",
                rate(), permille(500), permille(990), other, broken);
    }
}
