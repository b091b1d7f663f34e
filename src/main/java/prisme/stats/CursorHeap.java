package prisme.stats;

import java.util.ArrayList;
import java.util.List;

/// Cursors over several parts, of which the one that stands first is at hand.
///
/* The JDK's heap takes an element out and another in where this one lets the first go on, which halves the time for
 * the many that are in one part only. */
final class CursorHeap<C extends CursorHeap.Cursor<C>> {
    private final List<C> heap = new ArrayList<>();

    /// Goes through a part in ascending order.
    interface Cursor<C> {
        /// Goes on by one; false behind the last.
        boolean next();

        /// Whether it stands before another.
        boolean isBefore(C other);
    }

    boolean isEmpty() {
        return heap.isEmpty();
    }

    int size() {
        return heap.size();
    }

    C first() {
        return heap.getFirst();
    }

    /// At 1 and 2 are the ones of which one comes next behind the first, at 0.
    C get(int at) {
        return heap.get(at);
    }

    /// Takes one in, where it stands.
    void enter(C cursor) {
        heap.add(cursor);
        siftUp(heap.size() - 1);
    }

    /// Lets the first go on, and takes it out behind its last.
    void advance() {
        if (heap.getFirst().next()) {
            siftDown(0);
        } else {
            remove(0);
        }
    }

    /// Takes one out.
    ///
    /// @param at 0, 1 or 2
    void remove(int at) {
        C last = heap.removeLast();
        if (at < heap.size()) {
            heap.set(at, last);
            siftDown(at);
        }
    }

    private void siftUp(int from) {
        C moved = heap.get(from);
        int at = from;
        for (int parent = (at - 1) / 2; at > 0 && moved.isBefore(heap.get(parent)); parent = (at - 1) / 2) {
            heap.set(at, heap.get(parent));
            at = parent;
        }
        heap.set(at, moved);
    }

    private void siftDown(int from) {
        C moved = heap.get(from);
        int at = from;
        for (int child = at * 2 + 1; child < heap.size(); child = at * 2 + 1) {
            if (child + 1 < heap.size() && heap.get(child + 1).isBefore(heap.get(child))) {
                child++;
            }
            if (!heap.get(child).isBefore(moved)) {
                break;
            }
            heap.set(at, heap.get(child));
            at = child;
        }
        heap.set(at, moved);
    }
}
