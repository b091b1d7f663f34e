package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Which networks a stripe forgets when it is full, tested with stripes that hold very few.
class StripeTest {
    private static final SipHash HASH = new SipHash(1, 2);
    private static final int SECOND = 1_000;
    private static final int ROUNDS = 50_000;
    private static final long ANN = 1;
    private static final long BOB = 2;
    private static final long CAT = 3;
    private static final long DAN = 4;

    @Test
    void forgetsTheOldestOfTheLeastLoaded() {
        Stripe stripe = roomFor(3, 2);
        assertEquals(2, admitted(stripe, ANN, 0, 3));
        assertEquals(1, admitted(stripe, BOB, 0, 1));
        assertEquals(1, admitted(stripe, CAT, 0, 1));
        assertEquals(1, admitted(stripe, DAN, 0, 1));
        assertEquals(1, stripe.forgotten());
        assertEquals(0, admitted(stripe, ANN, 0, 1));
        assertEquals(1, admitted(stripe, CAT, 0, 2));
        assertEquals(1, admitted(stripe, DAN, 0, 2));
        assertEquals(2, admitted(stripe, BOB, 0, 3), "forgotten, so he may begin again");
    }

    @Test
    void forgetsNobodyWhileAWindowIsOver() {
        Stripe stripe = roomFor(2, 2);
        assertEquals(2, admitted(stripe, ANN, 0, 2));
        assertEquals(1, admitted(stripe, BOB, 1, 1));
        assertEquals(1, admitted(stripe, CAT, SECOND, 1));
        assertEquals(0, stripe.forgotten());
        assertEquals(1, admitted(stripe, BOB, SECOND, 2), "its first request still counts");
    }

    @Test
    void takesTheRoomThatALongHistoryNeedsFromTheLeastLoaded() {
        Stripe stripe = roomFor(4, 7);
        assertEquals(2, admitted(stripe, ANN, 0, 2));
        assertEquals(1, admitted(stripe, BOB, 0, 1));
        assertEquals(1, admitted(stripe, CAT, 0, 1));
        assertEquals(1, admitted(stripe, DAN, 0, 1));
        assertEquals(5, admitted(stripe, ANN, 0, 9));
        assertEquals(3, stripe.networks());
        assertEquals(6, admitted(stripe, CAT, 0, 9));
        assertEquals(0, admitted(stripe, ANN, 0, 9));
    }

    @Test
    void keepsTheOnlyHistoryThereIsRoomFor() {
        for (int events = 1; events < 100; events++) {
            Stripe stripe = new Stripe(events, SECOND, Stripe.cellsFor(events), HASH);
            for (int i = 0; i < 50; i++) {
                admitted(stripe, ANN, i * 10, 1);
            }
            assertEquals(events, admitted(stripe, ANN, 5 * SECOND, 200));
            assertEquals(events, admitted(stripe, ANN, 6 * SECOND, 200));
            assertEquals(0, stripe.forgotten());
        }
    }

    @Test
    void forgetsNobodyAsLongAsAllHistoriesFit() {
        Stripe stripe = roomFor(4 * AdmissionTimes.cellsFor(20), 20);
        askAtRandom(stripe, 4);
        assertEquals(0, stripe.forgotten());
    }

    @Test
    void losesNoRoomByForgetting() {
        int cells = 50;
        Stripe stripe = roomFor(cells, 20);
        askAtRandom(stripe, 100);
        long forgotten = stripe.forgotten();
        assertTrue(forgotten > 1_000);
        admitted(stripe, ANN, ROUNDS + SECOND / 2, 1);
        admitted(stripe, ANN, ROUNDS + SECOND, 1);
        for (int key = 0; key < cells; key++) {
            admitted(stripe, key, ROUNDS + 2 * SECOND, 1);
        }
        assertEquals(cells, stripe.networks());
        assertEquals(forgotten, stripe.forgotten());
    }

    /* Asserts that a network is only refused if it has been admitted as often as it may be, whatever was forgotten. */
    private static void askAtRandom(Stripe stripe, int keys) {
        Random random = new Random(keys);
        Map<Integer, Deque<Integer>> admitted = new HashMap<>();
        for (int now = 0; now < ROUNDS; now++) {
            int key = random.nextInt(1 + random.nextInt(keys));
            Deque<Integer> times = admitted.computeIfAbsent(key, _ -> new ArrayDeque<>());
            while (!times.isEmpty() && now - times.getFirst() >= SECOND) {
                times.removeFirst();
            }
            if (admitted(stripe, key, now, 1) == 1) {
                times.add(now);
            } else {
                assertTrue(times.size() >= 20);
            }
        }
    }

    private static Stripe roomFor(int cells, int events) {
        return new Stripe(events, SECOND, LoadRanks.ranksFor(events) + cells, HASH);
    }

    private static int admitted(Stripe stripe, long key, int millis, int requests) {
        int admitted = 0;
        for (int i = 0; i < requests; i++) {
            long now = Duration.ofMillis(millis).toNanos();
            admitted += stripe.ask(key, HASH.hash(key), now) instanceof Admission.Admitted ? 1 : 0;
        }
        return admitted;
    }
}
