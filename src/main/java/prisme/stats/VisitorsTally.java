package prisme.stats;

import java.util.Set;

/// Counts the different visitors of each bucket.
final class VisitorsTally implements Tally {
    private final Inventory inventory;
    private final Selection selection;
    private final Buckets buckets;
    private final Bits records;
    private final Which which;

    /// Whose visitors: those of all sessions, or of those with a page view in the last 15 minutes of the range.
    enum Which { ALL, LIVE }

    VisitorsTally(Inventory inventory, Selection selection, Selected selected, Which which, Buckets buckets) {
        this.inventory = inventory;
        this.selection = selection;
        this.buckets = buckets;
        this.which = which;
        this.records = which == Which.ALL ? selected.records() : inventory.noRows();
    }

    @Override public Sheet sheet(NumberedPart numbered) {
        return new Live(numbered);
    }

    @Override public Answer answer() {
        return new VisitorsOverTime(inventory, records, buckets).answer();
    }

    /// Finds the sessions that are live. Threads may do so at the same time, as no two parts share a word of bits.
    private final class Live implements Sheet {
        private final NumberedPart numbered;

        Live(NumberedPart numbered) {
            this.numbered = numbered;
        }

        @Override public Set<Reads> reads() {
            return which == Which.ALL ? Set.of() : Set.of(Reads.SESSIONS);
        }

        @Override public void sessions(SessionChunk chunk) {
            long[] exits = chunk.exits();
            for (int i = 0; i < chunk.picked(); i++) {
                int index = chunk.picks()[i];
                if (exits[index] + Question.LIVE_SECONDS > selection.to()) {
                    records.set(numbered.firstRow() + chunk.from() + index);
                }
            }
        }
    }
}
