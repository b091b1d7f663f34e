package prisme.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Finds equal texts in several parts by going through all of them at once, with one text of each in memory.
final class TextMerge {
    private TextMerge() {}

    /// Takes one text after the other, in ascending order.
    interface Sink {
        /// @param cursors all that stand at this text; to be looked at at once
        void text(List<TextCursor> cursors);
    }

    static void run(Collection<TextCursor> parts, Sink sink) {
        PriorityQueue<TextCursor> next =
                new PriorityQueue<>(Comparator.comparing(TextCursor::text, Arrays::compareUnsigned));
        parts.stream().filter(TextCursor::next).forEach(next::add);
        List<TextCursor> same = new ArrayList<>();
        while (!next.isEmpty()) {
            byte[] text = next.peek().text();
            same.clear();
            while (!next.isEmpty() && Arrays.equals(next.peek().text(), text)) {
                same.add(next.remove());
            }
            sink.text(same);
            same.stream().filter(TextCursor::next).forEach(next::add);
        }
    }
}
