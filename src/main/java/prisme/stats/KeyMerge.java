package prisme.stats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import prisme.columns.Part;

/// Finds the sessions that have more than one row in several parts, by going through the ids of all of them at once in
/// ascending order.
///
/* A part is opened when its first id is reached and dropped behind its last. Ids begin with the time, and the parts of
 * a log are nearly in order of time, so there are only a few open at once. */
final class KeyMerge {
    private static final Comparator<Waiting> BY_FIRST_ID =
            (one, other) -> Keys.compare(one.high(), one.low(), other.high(), other.low());

    private final Deque<Waiting> waiting;
    private final List<KeyCursor> heap = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    /// A row of a session.
    record Member(int part, int row, int version) {}

    /// Takes the rows of one session after the other.
    interface Sink {
        /// The only row of a session.
        void single(Member row);

        /// The rows of a session that has several, in the order of the parts and rows; to be looked at at once.
        void same(List<Member> rows);
    }

    /// A part that is not reached yet, and its first id.
    private record Waiting(int index, Keys keys, long high, long low) {
        static Waiting of(int index, Part part) {
            long[] high = new long[1];
            long[] low = new long[1];
            Keys keys = new Keys(part);
            keys.read(0, 1, high, low);
            return new Waiting(index, keys, high[0], low[0]);
        }
    }

    /// @param parts whose sessions ascend
    KeyMerge(List<Part> parts) {
        List<Waiting> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).sessions() > 0) {
                all.add(Waiting.of(i, parts.get(i)));
            }
        }
        all.sort(BY_FIRST_ID);
        waiting = new ArrayDeque<>(all);
    }

    void run(Sink sink) {
        for (open(); !heap.isEmpty(); open()) {
            KeyCursor first = heap.getFirst();
            long high = first.high();
            long low = first.low();
            Member member = new Member(first.part(), first.row(), first.version());
            advance();
            if (isAt(high, low)) {
                collect(member, high, low);
                sink.same(members);
            } else {
                sink.single(member);
            }
        }
    }

    private void collect(Member first, long high, long low) {
        members.clear();
        members.add(first);
        while (isAt(high, low)) {
            KeyCursor cursor = heap.getFirst();
            members.add(new Member(cursor.part(), cursor.row(), cursor.version()));
            advance();
        }
    }

    private boolean isAt(long high, long low) {
        open();
        return !heap.isEmpty() && heap.getFirst().high() == high && heap.getFirst().low() == low;
    }

    /// Opens the parts whose first id is not behind the next one.
    private void open() {
        while (!waiting.isEmpty() && isReached(waiting.getFirst())) {
            Waiting next = waiting.removeFirst();
            heap.add(new KeyCursor(next.index(), next.keys()));
            siftUp(heap.size() - 1);
        }
    }

    private boolean isReached(Waiting part) {
        return heap.isEmpty()
                || Keys.compare(part.high(), part.low(), heap.getFirst().high(), heap.getFirst().low()) <= 0;
    }

    private void advance() {
        if (!heap.getFirst().next()) {
            KeyCursor last = heap.removeLast();
            if (heap.isEmpty()) {
                return;
            }
            heap.set(0, last);
        }
        siftDown();
    }

    private void siftUp(int from) {
        KeyCursor moved = heap.get(from);
        int at = from;
        for (int parent = (at - 1) / 2; at > 0 && moved.isBefore(heap.get(parent)); parent = (at - 1) / 2) {
            heap.set(at, heap.get(parent));
            at = parent;
        }
        heap.set(at, moved);
    }

    private void siftDown() {
        KeyCursor moved = heap.getFirst();
        int at = 0;
        for (int child = 1; child < heap.size(); child = at * 2 + 1) {
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
