package prisme.visitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prisme.ip.IpAddress;

/// Ids reveal nothing to somebody who does not have the salt. The system property `prisme.visitors` is the number of
/// visitors to test with.
class AnonymityTest {
    private static final int VISITORS = Integer.getInteger("prisme.visitors", 50_000);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final int NETWORK = 203 << 16 | 113;
    private static final int ID_BITS = 128;
    private static final int PREFIX = "prisme_".length();

    private final DailySalt salt = fresh();

    private static DailySalt fresh() {
        return new Salts(Duration.ofDays(1), Salts.nowhere()).at(NOON).getFirst();
    }

    private static Fingerprint visitor(int number, String site) {
        return new Fingerprint(AGENT, IpAddress.ofIPv4(number), site);
    }

    /// The two halves of a visitor id.
    private static long[] halves(Identity identity) {
        String id = identity.visitorId();
        return new long[] {Long.parseUnsignedLong(id.substring(PREFIX, PREFIX + 16), 16),
            Long.parseUnsignedLong(id.substring(PREFIX + 16), 16)};
    }

    @Test void oneVisitorHasNothingInCommonOnTwoSites() {
        for (int number = 0; number < 100; number++) {
            Identity one = salt.identityOf(visitor(number, "a.example"));
            Identity other = salt.identityOf(visitor(number, "b.example"));
            Set<Long> parts = new HashSet<>(List.of(one.device().high(), one.device().low(), other.device().high(),
                    other.device().low(), halves(one)[0], halves(one)[1], halves(other)[0], halves(other)[1]));
            assertEquals(8, parts.size());
        }
    }

    /* Only half of each id is compared: 64 bits, of which among a million visitors two are the same in one of 10^7
     * runs. */
    @Test void noTwoVisitorsHaveOneId() {
        long[] ids = IntStream.range(0, VISITORS).mapToLong(i -> halves(salt.identityOf(visitor(i, "a")))[0]).toArray();
        assertEquals(VISITORS, Arrays.stream(ids).distinct().count());
    }

    /* Five times the standard deviation is allowed. */
    @Test void everyBitOfAnIdIsAsOftenOneAsZero() {
        int[] ones = new int[ID_BITS];
        for (int i = 0; i < VISITORS; i++) {
            long[] halves = halves(salt.identityOf(visitor(i, "a")));
            for (int bit = 0; bit < ID_BITS; bit++) {
                ones[bit] += (int) (halves[bit / Long.SIZE] >>> bit & 1);
            }
        }
        double most = 5 * Math.sqrt(VISITORS) / 2;
        assertTrue(Arrays.stream(ones).allMatch(count -> Math.abs(count - VISITORS / 2.0) < most),
                () -> Arrays.toString(ones));
    }

    @Test void saltsAreRandomAndLong() {
        List<byte[]> keys = IntStream.range(0, 100).mapToObj(_ -> fresh().key()).toList();
        assertTrue(keys.stream().allMatch(key -> key.length >= 16));
        for (int at = 0; at < DailySalt.BYTES; at++) {
            int place = at;
            assertTrue(keys.stream().map(key -> key[place]).distinct().count() > 50, "byte " + at);
        }
    }

    /* Tries all addresses of a network, with keys that are almost right or could be guessed from the day. */
    @Test void nobodyFindsAnAddressByTryingAllWithoutTheSalt() {
        Identity wanted = salt.identityOf(visitor(NETWORK << 8 | 77, "a.example"));
        assertTrue(isFound(wanted, salt), "with the salt the address is found");
        byte[] nearly = salt.key();
        nearly[nearly.length - 1] ^= 1;
        byte[] today = Arrays.copyOf(NOON.toString().getBytes(StandardCharsets.US_ASCII),
                DailySalt.BYTES);
        for (byte[] key : List.of(nearly, new byte[DailySalt.BYTES], today, fresh().key())) {
            assertTrue(!isFound(wanted, new DailySalt(salt.day(), key)));
        }
    }

    private static boolean isFound(Identity wanted, DailySalt tried) {
        Predicate<Identity> isIt = found -> found.device().equals(wanted.device())
                || found.visitorId().equals(wanted.visitorId());
        return IntStream.range(0, 1 << 8)
                .anyMatch(i -> isIt.test(tried.identityOf(visitor(NETWORK << 8 | i, "a.example"))));
    }
}
