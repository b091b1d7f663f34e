package prisme.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import prisme.access.SignInAttempts.Result;
import prisme.ip.IpAddress;

class SignInAttemptsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Secret PASSWORD = Secret.of("right");
    private static final IpAddress SOMEBODY = IpAddress.parse("192.0.2.1").orElseThrow();

    private final SignInAttempts attempts = new SignInAttempts();
    private long now = Long.MAX_VALUE - 5 * SECOND;

    private Result attempt(IpAddress client, String given) {
        return attempts.judge(client, given, PASSWORD, now);
    }

    private void tryWrongly(IpAddress client, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(new Result.Wrong(), attempt(client, "wrong"));
        }
    }

    @Test void tellsRightFromWrong() {
        assertEquals(new Result.Wrong(), attempt(SOMEBODY, "Right"));
        assertEquals(new Result.Right(), attempt(SOMEBODY, "right"));
    }

    @Test void looksAtNothingAfterTenWrongOnesInAMinute() {
        tryWrongly(SOMEBODY, 5);
        now += 20 * SECOND;
        tryWrongly(SOMEBODY, 5);
        now += SECOND / 2;
        assertEquals(new Result.TooMany(40), attempt(SOMEBODY, "wrong"));
        assertEquals(new Result.TooMany(40), attempt(SOMEBODY, "right"));
        now += 39 * SECOND;
        assertEquals(new Result.TooMany(1), attempt(SOMEBODY, "right"));
        now += SECOND / 2;
        tryWrongly(SOMEBODY, 5);
        assertEquals(new Result.TooMany(20), attempt(SOMEBODY, "right"));
    }

    @Test void countsWrongOnesAlone() {
        for (int i = 0; i < 100; i++) {
            assertEquals(new Result.Right(), attempt(SOMEBODY, "right"));
        }
        tryWrongly(SOMEBODY, 9);
        assertEquals(new Result.Right(), attempt(SOMEBODY, "right"));
        tryWrongly(SOMEBODY, 1);
        assertEquals(new Result.TooMany(60), attempt(SOMEBODY, "right"));
    }

    @Test void countsANetworkOfVersion6AsOneClient() {
        for (int i = 0; i < 10; i++) {
            tryWrongly(IpAddress.parse("2001:db8::" + i).orElseThrow(), 1);
        }
        assertEquals(new Result.TooMany(60), attempt(IpAddress.parse("2001:db8::ff:1").orElseThrow(), "right"));
        assertEquals(new Result.Right(), attempt(IpAddress.parse("2001:db8:0:1::1").orElseThrow(), "right"));
        assertEquals(new Result.Right(), attempt(SOMEBODY, "right"));
    }

    @Test void remembersABoundedNumberOfNetworks() {
        tryWrongly(SOMEBODY, 10);
        for (int i = 0; i < 2 * SignInAttempts.MOST_NETWORKS; i++) {
            tryWrongly(IpAddress.ofIPv4(i), 1);
        }
        assertEquals(SignInAttempts.MOST_NETWORKS, attempts.networks());
        tryWrongly(IpAddress.ofIPv4(2 * SignInAttempts.MOST_NETWORKS - 1), 9);
        assertEquals(new Result.TooMany(60), attempt(IpAddress.ofIPv4(2 * SignInAttempts.MOST_NETWORKS - 1), "right"));
    }
}
