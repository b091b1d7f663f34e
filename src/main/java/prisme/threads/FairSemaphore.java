package prisme.threads;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;

/// A semaphore whose permits are given in the order in which they were asked for.
/* A thread that stops waiting for a java.util.concurrent.Semaphore for a moment, to do something else, loses its place
 * in the queue each time. Here it keeps its place until it leaves. */
final class FairSemaphore {
    private final Queue<CountDownLatch> queue = new ArrayDeque<>();
    private int free;

    /// @param most how many permits there are
    FairSemaphore(int most) {
        this.free = most;
    }

    /// Joins the queue. [#leave(CountDownLatch)] must be called afterwards in any case.
    ///
    /// @return a latch that is at zero once the permit is given
    synchronized CountDownLatch ask() {
        CountDownLatch permit = new CountDownLatch(1);
        queue.add(permit);
        giveFree();
        return permit;
    }

    /// Gives back the permit, or leaves the queue if it was not given yet.
    synchronized void leave(CountDownLatch permit) {
        boolean wasGiven = !queue.remove(permit);
        if (wasGiven) {
            free++;
            giveFree();
        }
    }

    private void giveFree() {
        while (free > 0 && !queue.isEmpty()) {
            free--;
            queue.remove().countDown();
        }
    }
}
