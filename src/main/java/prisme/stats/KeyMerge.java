package prisme.stats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import prisme.columns.Part;

/// Finds the sessions that have more than one row, in one part or several, by merging the sorted ids of all parts.
///
/* A part is opened when its first id is reached, and closed behind its last. Ids begin with the time, and the parts of
 * a log are nearly in order of time, so only a few are open at once. */
final class KeyMerge {
    private static final Comparator<Waiting> BY_FIRST_ID =
            (one, other) -> Keys.compare(one.high(), one.low(), other.high(), other.low());

    private final Deque<Waiting> waiting;
    private final CursorHeap<KeyCursor> heap = new CursorHeap<>();
    private final List<Member> members = new ArrayList<>();

    /// A row of a session.
    record Member(int part, int row, int version) {}

    /// Takes the rows of one session after the other.
    interface Sink {
        /// The only row of a session.
        void single(Member row);

        /// The rows of a session that has several, in the order of the parts and rows. The list is used again after the
        /// call.
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
            KeyCursor first = heap.first();
            long high = first.high();
            long low = first.low();
            Member member = new Member(first.part(), first.row(), first.version());
            heap.advance();
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
            KeyCursor cursor = heap.first();
            members.add(new Member(cursor.part(), cursor.row(), cursor.version()));
            heap.advance();
        }
    }

    private boolean isAt(long high, long low) {
        open();
        return !heap.isEmpty() && heap.first().high() == high && heap.first().low() == low;
    }

    /// Opens the parts whose first id is not behind the next one.
    private void open() {
        while (!waiting.isEmpty() && isReached(waiting.getFirst())) {
            Waiting next = waiting.removeFirst();
            heap.enter(new KeyCursor(next.index(), next.keys()));
        }
    }

    private boolean isReached(Waiting part) {
        return heap.isEmpty()
                || Keys.compare(part.high(), part.low(), heap.first().high(), heap.first().low()) <= 0;
    }
}
