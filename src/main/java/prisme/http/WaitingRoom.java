package prisme.http;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/// Room for those threads that depend on how fast a client is. When all places are taken and one more comes, the thread
/// that has been in longest loses its client, so that slow ones, however many, are in nobody's way.
/* An interrupt does it: it closes the socket that a thread waits at. Only threads that do wait are cut off. When very
 * many clients send at once, those that come first have all they need and are just not at their turn yet. */
final class WaitingRoom {
    private final int places;
    private final Set<Thread> inside = new LinkedHashSet<>();

    WaitingRoom(int places) {
        this.places = places;
    }

    /// Takes the current thread in.
    synchronized void enter() {
        if (inside.size() >= places) {
            cutOffTheFirst();
        }
        inside.add(Thread.currentThread());
    }

    /// Lets the current thread out, as often as it likes.
    ///
    /// @return whether it has kept its place; else its client is lost
    synchronized boolean leave() {
        boolean kept = inside.remove(Thread.currentThread());
        if (!kept) {
            Thread.interrupted();
        }
        return kept;
    }

    private void cutOffTheFirst() {
        Iterator<Thread> threads = inside.iterator();
        Thread first = threads.next();
        if (first.getState() == Thread.State.WAITING) {
            threads.remove();
            first.interrupt();
        }
    }
}
