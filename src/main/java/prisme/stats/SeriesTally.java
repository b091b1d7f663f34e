package prisme.stats;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import prisme.columns.EventKind;
import prisme.columns.SessionColumn;

/// Counts what adds up over time: sessions, bounces, durations, page views.
final class SeriesTally implements Tally {
    private static final int SUM = 0;
    private static final int COUNT = 1;

    private final Counted counted;
    private final Buckets buckets;
    private final Queue<Cells> sheets = new ConcurrentLinkedQueue<>();

    /// What it counts.
    enum Counted { SESSIONS, BOUNCES, DURATION, PAGEVIEWS }

    SeriesTally(Counted counted, Buckets buckets) {
        this.counted = counted;
        this.buckets = buckets;
    }

    @Override public Sheet sheet(NumberedPart numbered) {
        Cells sheet = new Cells();
        sheets.add(sheet);
        return sheet;
    }

    @Override public Answer answer() {
        Map<Long, long[]> all = new TreeMap<>();
        if (buckets instanceof Buckets.Calendar(long[] starts)) {
            for (long start : starts) {
                all.put(start, new long[2]);
            }
        }
        for (Cells sheet : sheets) {
            sheet.cells.byStart().forEach((start, cell) -> add(cell, all.computeIfAbsent(start, _ -> new long[2])));
        }
        return new Answer.Series(List.copyOf(all.keySet()), all.values().stream().map(this::value).toList());
    }

    private static void add(long[] cell, long[] into) {
        into[SUM] += cell[SUM];
        into[COUNT] += cell[COUNT];
    }

    private long value(long[] cell) {
        return counted == Counted.DURATION ? cell[SUM] / Math.max(1, cell[COUNT]) : cell[COUNT];
    }

    private final class Cells implements Sheet {
        private final TimeCells cells = new TimeCells(buckets);

        @Override public Set<Reads> reads() {
            if (counted != Counted.PAGEVIEWS) {
                return Set.of(Reads.SESSIONS);
            }
            return Set.of(buckets instanceof Buckets.Steps ? Reads.VIEWS_AT_ANY_TIME : Reads.EVENTS_INSIDE);
        }

        @Override public void sessions(SessionChunk chunk) {
            switch (counted) {
                case SESSIONS -> count(chunk);
                case BOUNCES -> countBounces(chunk);
                case DURATION -> sumDurations(chunk);
                case PAGEVIEWS -> throw new IllegalStateException("page views are no sessions");
            }
        }

        private void count(SessionChunk chunk) {
            long[] starts = chunk.starts();
            for (int i = 0; i < chunk.picked(); i++) {
                cells.at(starts[chunk.picks()[i]])[COUNT]++;
            }
        }

        private void countBounces(SessionChunk chunk) {
            long[] starts = chunk.starts();
            int[] version = chunk.column(SessionColumn.VERSION);
            for (int i = 0; i < chunk.picked(); i++) {
                int index = chunk.picks()[i];
                if (version[index] == 1) {
                    cells.at(starts[index])[COUNT]++;
                }
            }
        }

        private void sumDurations(SessionChunk chunk) {
            long[] starts = chunk.starts();
            long[] exits = chunk.exits();
            for (int i = 0; i < chunk.picked(); i++) {
                int index = chunk.picks()[i];
                long[] cell = cells.at(starts[index]);
                cell[SUM] += Math.max(0, exits[index] - starts[index]);
                cell[COUNT]++;
            }
        }

        @Override public void events(EventChunk chunk) {
            EventChunk.Picks views = buckets instanceof Buckets.Steps ? chunk.viewsAtAnyTime()
                    : chunk.inside(EventKind.PAGEVIEW);
            if (views.count == 0) {
                return;
            }
            long[] times = chunk.times();
            for (int i = 0; i < views.count; i++) {
                cells.at(times[views.indexes[i]])[COUNT]++;
            }
        }
    }
}
