package prisme.stats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Keeps the commonest of all texts that it is offered.
final class TopK {
    private static final Comparator<Entry> BEST_FIRST = Comparator.comparingLong(Entry::count).reversed()
            .thenComparing(Entry::text, Arrays::compareUnsigned);

    private final int limit;
    private final PriorityQueue<Entry> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

    private record Entry(byte[] text, long count) {}

    TopK(int limit) {
        this.limit = limit;
    }

    /// Whether a text that occurs `count` times may be among the commonest.
    boolean takes(long count) {
        return worstFirst.size() < limit || count >= worstFirst.peek().count();
    }

    /// Offers a text; each only once.
    void offer(byte[] text, long count) {
        if (worstFirst.size() < limit) {
            worstFirst.add(new Entry(text, count));
        } else if (limit > 0 && isBetter(text, count, worstFirst.peek())) {
            worstFirst.remove();
            worstFirst.add(new Entry(text, count));
        }
    }

    private static boolean isBetter(byte[] text, long count, Entry worst) {
        return count > worst.count() || count == worst.count() && Arrays.compareUnsigned(text, worst.text()) < 0;
    }

    Answer top() {
        List<Entry> entries = new ArrayList<>(worstFirst);
        entries.sort(BEST_FIRST);
        return new Answer.Top(entries.stream().map(entry -> new String(entry.text(), StandardCharsets.UTF_8)).toList(),
                entries.stream().map(Entry::count).toList());
    }
}
