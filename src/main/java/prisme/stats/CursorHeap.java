package prisme.stats;

import java.util.ArrayList;
import java.util.List;

/// A heap of cursors over several parts, with the one that stands first on top.
///
/* With the JDK's heap an element is removed and added again, where this one lets the first go on in its place. That
 * halves the time for the many keys and texts that are in one part only. */
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

    /// The cursor at a place: the first is at 0, and the one behind it at 1 or 2.
    C get(int at) {
        return heap.get(at);
    }

    /// Adds a cursor, where it stands.
    void enter(C cursor) {
        heap.add(cursor);
        siftUp(heap.size() - 1);
    }

    /// Lets the first cursor go on, and removes it when it is at its end.
    void advance() {
        if (heap.getFirst().next()) {
            siftDown(0);
        } else {
            remove(0);
        }
    }

    /// Removes a cursor.
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
