package prisme.access;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import prisme.ip.IpAddress;

/// Limits the attempts to guess the password: an address may try ten wrong ones a minute. Of version 6, a /64 counts as
/// one address.
/* After that, not even a right one is accepted. Only the networks with the latest wrong attempts are remembered;
 * whoever has more networks than that has as many attempts anyway. */
final class SignInAttempts {
    /// How many networks are remembered at most.
    static final int MOST_NETWORKS = 4096;

    private static final int MOST_WRONG = 10;
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /// The times of the wrong attempts, by network; the network of the latest attempt is the last.
    private final Map<IpAddress, Deque<Long>> wrong = new LinkedHashMap<>();

    /// What is made of an attempt.
    sealed interface Result {
        /// It is the password.
        record Right() implements Result {}

        /// It is not the password.
        record Wrong() implements Result {}

        /// The attempt was not looked at.
        ///
        /// @param retryAfterSeconds after how many seconds the next one will be
        record TooMany(long retryAfterSeconds) implements Result {}
    }

    /// Judges an attempt, and remembers it if it is wrong.
    ///
    /// @param now the current time, as [System#nanoTime()] has it
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
