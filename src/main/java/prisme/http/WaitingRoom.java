package prisme.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Room for those threads that depend on how fast a client is. When all places are taken and one more comes, the thread
/// that has been in longest loses its client, so that slow ones, however many, are in nobody's way.
/* An interrupt does it: it closes the socket that a thread waits at. Only threads that do wait are cut off. When very
 * many clients send at once, those that come first have all they need and are just not at their turn yet.
 * Every request comes in and goes out here, so there is no lock for all: a thread that the system puts aside while it
 * holds one keeps all others waiting. */
final class WaitingRoom {
    private final int places;
    /// Since when each is in.
    private final Map<Thread, Long> inside = new ConcurrentHashMap<>();
    /// Who was cut off and has not left yet.
    private final Set<Thread> lost = ConcurrentHashMap.newKeySet();

    WaitingRoom(int places) {
        this.places = places;
    }

    /// Takes the current thread in.
    void enter() {
        /* More than one may have to go: many can come in at the same time, or while nobody waits. */
        boolean makesRoom = true;
        while (makesRoom && inside.size() >= places) {
            makesRoom = longest(_ -> true).filter(this::cutOff).isPresent();
        }
        inside.put(Thread.currentThread(), System.nanoTime());
    }

    /// Lets the current thread out if it is in.
    ///
    /// @return false when it has been cut off, and its client is lost
    boolean leave() {
        Thread thread = Thread.currentThread();
        boolean isLost = inside.remove(thread) == null && lost.remove(thread);
        if (isLost) {
            Thread.interrupted();
        }
        return !isLost;
    }

    /// Cuts off the one that has been in longest of those that wait for their clients, and at least for so long.
    void makeWay(Duration least) {
        long latest = System.nanoTime() - least.toNanos();
        longest(entry -> entry.getValue() - latest <= 0 && waits(entry.getKey())).ifPresent(this::cutOff);
    }

    private Optional<Map.Entry<Thread, Long>> longest(Predicate<Map.Entry<Thread, Long>> which) {
        long now = System.nanoTime();
        return inside.entrySet().stream().filter(which)
                .max(Comparator.comparingLong(entry -> now - entry.getValue()));
    }

    /// Cuts off this one, unless it does not wait.
    ///
    /// @return whether it is out
    /* While this is computed the thread cannot leave, so that the interrupt does not come to it later. */
    private boolean cutOff(Map.Entry<Thread, Long> first) {
        return inside.computeIfPresent(first.getKey(), (thread, since) -> {
            if (!since.equals(first.getValue()) || !waits(thread)) {
                return since;
            }
            lost.add(thread);
            thread.interrupt();
            return null;
        }) == null;
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }
}
