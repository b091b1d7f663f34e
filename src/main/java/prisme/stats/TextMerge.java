package prisme.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Finds equal texts of several parts by merging their sorted texts, with one text of each part in memory.
final class TextMerge {
    private final CursorHeap<TextCursor> heap = new CursorHeap<>();
    private final List<TextCursor> same = new ArrayList<>();

    /// Takes one text after the other, in ascending order.
    interface Sink {
        /// @param cursors all that stand at this text; the list is used again after the call
        void text(List<TextCursor> cursors);
    }

    private TextMerge() {}

    static void run(Collection<TextCursor> parts, Sink sink) {
        TextMerge merge = new TextMerge();
        parts.forEach(merge::enter);
        merge.run(sink);
    }

    private void enter(TextCursor cursor) {
        if (cursor.next()) {
            heap.enter(cursor);
        }
    }

    /// The first cursor stays in the heap while its text is looked at; the others at the same text are taken out.
    private void run(Sink sink) {
        while (!heap.isEmpty()) {
            collect();
            sink.text(same);
            heap.advance();
            for (int i = 1; i < same.size(); i++) {
                enter(same.get(i));
            }
        }
    }

    private void collect() {
        same.clear();
        same.add(heap.first());
        byte[] text = heap.first().text();
        for (int next = nextAt(text); next > 0; next = nextAt(text)) {
            same.add(heap.get(next));
            heap.remove(next);
        }
    }

    /// The place of another cursor in the heap that stands at this text; 0 when there is none.
    private int nextAt(byte[] text) {
        if (heap.size() > 1 && Arrays.equals(heap.get(1).text(), text)) {
            return 1;
        }
        return heap.size() > 2 && Arrays.equals(heap.get(2).text(), text) ? 2 : 0;
    }
}
