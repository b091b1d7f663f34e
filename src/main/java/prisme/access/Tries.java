package prisme.access;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import prisme.ip.IpAddress;

/// Lets nobody try more than ten wrong passwords a minute. Of IPv6 addresses, a /64 counts as one.
/* Whoever is over that is not even told whether the next one is right. Remembered are the networks with the latest
 * wrong tries; someone with more of them than that has as many tries anyway. */
final class Tries {
    static final int MOST_NETWORKS = 4096;

    private static final int MOST_WRONG = 10;
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /// The times of the wrong tries, by network; those who tried last are last.
    private final Map<IpAddress, Deque<Long>> wrong = new LinkedHashMap<>();

    /// What a try is worth.
    sealed interface Result {
        /// It is the password.
        record Right() implements Result {}

        /// It is not.
        record Wrong() implements Result {}

        /// It was not looked at.
        record TooMany(long retryAfterSeconds) implements Result {}
    }

    /// Judges a try that comes now, and remembers it if it is wrong.
    ///
    /// @param now the [System#nanoTime] of now
    synchronized Result judge(IpAddress client, String given, Secret password, long now) {
        Deque<Long> times = wrong.getOrDefault(client.network(), new ArrayDeque<>());
        times.removeIf(time -> now - time >= WINDOW);
        if (times.size() >= MOST_WRONG) {
            long wait = times.getFirst() + WINDOW - now;
            return new Result.TooMany((wait + SECOND - 1) / SECOND);
        }
        if (password.isThis(given)) {
            return new Result.Right();
        }
        times.addLast(now);
        remember(client.network(), times);
        return new Result.Wrong();
    }

    /// How many networks are remembered.
    synchronized int networks() {
        return wrong.size();
    }

    private void remember(IpAddress network, Deque<Long> times) {
        wrong.remove(network);
        wrong.put(network, times);
        if (wrong.size() > MOST_NETWORKS) {
            wrong.remove(wrong.keySet().iterator().next());
        }
    }
}
