package prisme.stats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Keeps the commonest of all texts it is shown.
final class Ladder {
    private static final Comparator<Rung> BEST_FIRST = Comparator.comparingLong(Rung::count).reversed()
            .thenComparing(Rung::text, Arrays::compareUnsigned);

    private final int limit;
    private final PriorityQueue<Rung> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

    private record Rung(byte[] text, long count) {}

    Ladder(int limit) {
        this.limit = limit;
    }

    /// Whether a text that occurs so often may be among the commonest.
    boolean takes(long count) {
        return worstFirst.size() < limit || count >= worstFirst.peek().count();
    }

    /// Shows a text, for the only time.
    void offer(byte[] text, long count) {
        if (worstFirst.size() < limit) {
            worstFirst.add(new Rung(text, count));
        } else if (limit > 0 && isBetter(text, count, worstFirst.peek())) {
            worstFirst.remove();
            worstFirst.add(new Rung(text, count));
        }
    }

    private static boolean isBetter(byte[] text, long count, Rung worst) {
        return count > worst.count() || count == worst.count() && Arrays.compareUnsigned(text, worst.text()) < 0;
    }

    Answer top() {
        List<Rung> rungs = new ArrayList<>(worstFirst);
        rungs.sort(BEST_FIRST);
        return new Answer.Top(rungs.stream().map(rung -> new String(rung.text(), StandardCharsets.UTF_8)).toList(),
                rungs.stream().map(Rung::count).toList());
    }
}
