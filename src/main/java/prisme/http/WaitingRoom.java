package prisme.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Room for those threads that depend on how fast a client is. When all places are taken and one more comes, the thread
/// that has been in longest loses its client, so that slow ones, however many, are in nobody's way.
/* An interrupt does it: it closes the socket that a thread waits at. Only threads that do wait are cut off. When very
 * many clients send at once, those that come first have all they need and are just not at their turn yet. */
final class WaitingRoom {
    private final int places;
    /// Since when each is in, the longest first.
    private final Map<Thread, Long> inside = new LinkedHashMap<>();

    WaitingRoom(int places) {
        this.places = places;
    }

    /// Takes the current thread in.
    synchronized void enter() {
        if (inside.size() >= places) {
            cutOffTheFirst();
        }
        inside.put(Thread.currentThread(), System.nanoTime());
    }

    /// Lets the current thread out, as often as it likes.
    ///
    /// @return whether it has kept its place; else its client is lost
    synchronized boolean leave() {
        boolean kept = inside.remove(Thread.currentThread()) != null;
        if (!kept) {
            Thread.interrupted();
        }
        return kept;
    }

    /// Cuts off the one that has been in longest of those that wait for their clients, and at least for so long.
    synchronized void makeWay(Duration least) {
        long latest = System.nanoTime() - least.toNanos();
        Iterator<Map.Entry<Thread, Long>> entries = inside.entrySet().iterator();
        boolean isOld = true;
        while (isOld && entries.hasNext()) {
            Map.Entry<Thread, Long> entry = entries.next();
            isOld = entry.getValue() <= latest;
            if (isOld && entry.getKey().getState() == Thread.State.WAITING) {
                entries.remove();
                entry.getKey().interrupt();
                return;
            }
        }
    }

    private void cutOffTheFirst() {
        Iterator<Thread> threads = inside.keySet().iterator();
        Thread first = threads.next();
        if (first.getState() == Thread.State.WAITING) {
            threads.remove();
            first.interrupt();
        }
    }
}
