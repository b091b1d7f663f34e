package prisme.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Adds up the counts that texts have in several parts, going through all parts at once, with one text of each in
/// memory.
final class TextMerge {
    private TextMerge() {}

    /// The commonest texts.
    static Answer top(Collection<TextCounts> parts, int limit) {
        PriorityQueue<TextCounts> next =
                new PriorityQueue<>(Comparator.comparing(TextCounts::text, Arrays::compareUnsigned));
        parts.stream().filter(TextCounts::next).forEach(next::add);
        Ladder ladder = new Ladder(limit);
        while (!next.isEmpty()) {
            byte[] text = next.peek().text();
            long count = 0;
            while (!next.isEmpty() && Arrays.equals(next.peek().text(), text)) {
                TextCounts part = next.remove();
                count += part.count();
                if (part.next()) {
                    next.add(part);
                }
            }
            ladder.offer(text, count);
        }
        return ladder.top();
    }
}
