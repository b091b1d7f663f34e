package prisme.stats;

import java.util.ArrayList;
import java.util.List;

/// Finds the keys that occur more than once in several parts, by going through all of them at once in ascending order.
final class KeyMerge {
    private final List<KeyCursor> heap = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final boolean readsVersions;

    /// A place where a key occurs.
    record Member(int part, int row, int version) {}

    /// Takes the places of one key, in the order of the parts and rows; to be looked at at once.
    interface Sink {
        void same(List<Member> members);
    }

    /// @param keys of each part, ascending
    KeyMerge(List<Keys> keys) {
        this.readsVersions = !keys.isEmpty() && keys.getFirst().of() == Keys.Of.SESSIONS;
        for (int part = 0; part < keys.size(); part++) {
            if (keys.get(part).size() > 0) {
                heap.add(new KeyCursor(part, keys.get(part)));
            }
        }
        for (int i = heap.size() / 2 - 1; i >= 0; i--) {
            siftDown(i);
        }
    }

    void run(Sink sink) {
        while (!heap.isEmpty()) {
            KeyCursor first = heap.getFirst();
            long high = first.high();
            long low = first.low();
            int part = first.part();
            int row = first.row();
            int version = readsVersions ? first.version() : 0;
            advance();
            if (isAt(high, low)) {
                collect(new Member(part, row, version), high, low);
                sink.same(members);
            }
        }
    }

    private void collect(Member first, long high, long low) {
        members.clear();
        members.add(first);
        while (isAt(high, low)) {
            KeyCursor cursor = heap.getFirst();
            members.add(new Member(cursor.part(), cursor.row(), readsVersions ? cursor.version() : 0));
            advance();
        }
    }

    private boolean isAt(long high, long low) {
        return !heap.isEmpty() && heap.getFirst().high() == high && heap.getFirst().low() == low;
    }

    private void advance() {
        if (!heap.getFirst().next()) {
            KeyCursor last = heap.removeLast();
            if (heap.isEmpty()) {
                return;
            }
            heap.set(0, last);
        }
        siftDown(0);
    }

    private void siftDown(int from) {
        KeyCursor moved = heap.get(from);
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
