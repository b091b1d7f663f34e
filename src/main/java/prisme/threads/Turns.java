package prisme.threads;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;

/// Turns at something, only so many at the same time, given in the order in which they are asked for.
/* A semaphore forgets who has waited for a time and comes again: whoever looks after something else meanwhile would
 * stand behind all that have come later, again and again. Here a place in the line is kept until it is left. */
final class Turns {
    private final Queue<CountDownLatch> line = new ArrayDeque<>();
    private int free;

    /// @param most how many there are at the same time
    Turns(int most) {
        this.free = most;
    }

    /// Stands in line. Then [#leave(CountDownLatch)] must follow.
    ///
    /// @return at zero when the turn has come
    synchronized CountDownLatch ask() {
        CountDownLatch turn = new CountDownLatch(1);
        line.add(turn);
        give();
        return turn;
    }

    /// Ends a turn, or goes out of the line.
    synchronized void leave(CountDownLatch turn) {
        boolean hadCome = !line.remove(turn);
        if (hadCome) {
            free++;
            give();
        }
    }

    private void give() {
        while (free > 0 && !line.isEmpty()) {
            free--;
            line.remove().countDown();
        }
    }
}
