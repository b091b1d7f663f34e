package prisme.stats;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import prisme.columns.EventKind;
import prisme.columns.SessionColumn;

/// Counts the totals.
final class SummaryTally implements Tally {
    private static final Set<Reads> READS = Set.of(Reads.SESSIONS, Reads.EVENTS_INSIDE);

    private final Inventory inventory;
    private final Queue<Totals> sheets = new ConcurrentLinkedQueue<>();

    SummaryTally(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override public Sheet sheet(NumberedPart numbered) {
        Totals sheet = new Totals(numbered);
        sheets.add(sheet);
        return sheet;
    }

    @Override public Answer answer() {
        Bits visitors = inventory.noVisitors();
        long sessions = 0;
        long pageviews = 0;
        long bounces = 0;
        long seconds = 0;
        for (Totals sheet : sheets) {
            sheet.numbered.visitors().gather(sheet.visitors, visitors);
            sessions += sheet.sessions;
            pageviews += sheet.pageviews;
            bounces += sheet.bounces;
            seconds += sheet.seconds;
        }
        return new Answer.Summary(visitors.count(0, visitors.words.length << 6), sessions, pageviews, bounces, seconds);
    }

    private static final class Totals implements Sheet {
        private final NumberedPart numbered;
        private final Bits visitors;
        private long sessions;
        private long pageviews;
        private long bounces;
        private long seconds;

        Totals(NumberedPart numbered) {
            this.numbered = numbered;
            this.visitors = new Bits(numbered.part().visitors());
        }

        @Override public Set<Reads> reads() {
            return READS;
        }

        @Override public void sessions(SessionChunk chunk) {
            int[] version = chunk.column(SessionColumn.VERSION);
            int[] visitor = chunk.column(SessionColumn.VISITOR);
            long[] starts = chunk.starts();
            long[] exits = chunk.exits();
            sessions += chunk.picked();
            for (int i = 0; i < chunk.picked(); i++) {
                int index = chunk.picks()[i];
                visitors.set(visitor[index]);
                bounces += version[index] == 1 ? 1 : 0;
                seconds += Math.max(0, exits[index] - starts[index]);
            }
        }

        @Override public void events(EventChunk chunk) {
            pageviews += chunk.inside(EventKind.PAGEVIEW).count;
        }
    }
}
