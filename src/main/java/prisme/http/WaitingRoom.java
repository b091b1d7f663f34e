package prisme.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// A limited number of places for threads that depend on how fast their clients are. When all are taken and one more
/// thread comes, the one that has been in longest is cut off from its client. So slow clients, however many, do not
/// hold up others.
/* An interrupt cuts a thread off: it closes the socket for which the thread waits. Only waiting threads are cut off;
 * when very many clients send at once, the first threads have all they need and have just not had a processor yet.
 * There is no lock for all: a thread that the system suspends while it holds one would keep all others waiting. */
final class WaitingRoom {
    private final int places;
    /// Since when each thread is in, as [System#nanoTime()] has it.
    private final Map<Thread, Long> inside = new ConcurrentHashMap<>();
    /// The threads that were cut off and have not left yet.
    private final Set<Thread> lost = ConcurrentHashMap.newKeySet();

    WaitingRoom(int places) {
        this.places = places;
    }

    /// Lets the current thread in.
    void enter() {
        /* More than one may have to go, as many can come in at the same time, or while nobody waits. */
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

    /// Cuts off the thread that has been in longest of those that wait for their clients and have been in for at least
    /// this long, if there is one.
    void makeWay(Duration least) {
        long latest = System.nanoTime() - least.toNanos();
        longest(entry -> entry.getValue() - latest <= 0 && waits(entry.getKey())).ifPresent(this::cutOff);
    }

    private Optional<Map.Entry<Thread, Long>> longest(Predicate<Map.Entry<Thread, Long>> which) {
        long now = System.nanoTime();
        return inside.entrySet().stream().filter(which)
                .max(Comparator.comparingLong(entry -> now - entry.getValue()));
    }

    /// Cuts off this thread if it waits.
    ///
    /// @return whether it is not in any more
    /* While this is computed the thread cannot leave, so the interrupt does not reach it later. */
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
