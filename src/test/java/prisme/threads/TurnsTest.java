package prisme.threads;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static boolean hasCome(CountDownLatch turn) {
        return turn.getCount() == 0;
    }

    @Test void comeAtOnceWhileThereAreSome() {
        Turns turns = new Turns(2);
        assertTrue(hasCome(turns.ask()));
        assertTrue(hasCome(turns.ask()));
        assertFalse(hasCome(turns.ask()));
    }

    @Test void comeInTheOrderInWhichTheyWereAskedFor() {
        Turns turns = new Turns(1);
        CountDownLatch now = turns.ask();
        CountDownLatch first = turns.ask();
        CountDownLatch second = turns.ask();
        turns.leave(now);
        assertTrue(hasCome(first));
        assertFalse(hasCome(second));
        turns.leave(first);
        assertTrue(hasCome(second));
        turns.leave(second);
        assertTrue(hasCome(turns.ask()));
    }

    @Test void areNotMoreWhereSomebodyHasGoneOutOfTheLine() {
        Turns turns = new Turns(1);
        CountDownLatch now = turns.ask();
        CountDownLatch first = turns.ask();
        CountDownLatch second = turns.ask();
        turns.leave(first);
        assertFalse(hasCome(second));
        turns.leave(now);
        assertTrue(hasCome(second));
        assertFalse(hasCome(turns.ask()));
    }
}
