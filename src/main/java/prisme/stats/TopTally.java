package prisme.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import prisme.columns.EventColumn;
import prisme.columns.EventKind;
import prisme.columns.Field;
import prisme.columns.Part;
import prisme.columns.SessionColumn;
import prisme.columns.Texts;
import prisme.stats.Question.Ranking;
import prisme.stats.Selection.Dimension;

/// Counts how often the texts of a field occur.
final class TopTally implements Tally {
    private static final int NOT_FOUND = 404;

    private final Vocabularies vocabularies;
    private final Ranking ranking;
    private final Selection range;
    private final int limit;
    private final Queue<Counts> sheets = new ConcurrentLinkedQueue<>();

    TopTally(Vocabularies vocabularies, Ranking ranking, Selection range, int limit) {
        this.vocabularies = vocabularies;
        this.ranking = ranking;
        this.range = range;
        this.limit = limit;
    }

    @Override public Sheet sheet(NumberedPart numbered) {
        Counts sheet = switch (ranking) {
            case PAGES, NOT_FOUND -> new EventCounts(numbered, Field.PATH, EventKind.PAGEVIEW, EventColumn.PATH);
            case CUSTOM_EVENTS ->
                    new EventCounts(numbered, Field.EVENT_NAME, EventKind.CUSTOM, EventColumn.SUBJECT);
            case OUTBOUND_LINKS -> new EventCounts(numbered, Field.LINK, EventKind.OUTBOUND_CLICK, EventColumn.SUBJECT);
            case FILE_DOWNLOADS -> new EventCounts(numbered, Field.FILE, EventKind.FILE_DOWNLOAD, EventColumn.SUBJECT);
            case ENTRY_PAGES -> sessionCounts(numbered, Dimension.ENTRY_PATH);
            case EXIT_PAGES -> sessionCounts(numbered, Dimension.EXIT_PATH);
            case DOMAINS -> sessionCounts(numbered, Dimension.DOMAIN);
            case REFERRERS -> sessionCounts(numbered, Dimension.REFERRER);
            case COUNTRIES -> sessionCounts(numbered, Dimension.COUNTRY);
            case SYSTEMS -> sessionCounts(numbered, Dimension.SYSTEM);
            case BROWSERS -> sessionCounts(numbered, Dimension.BROWSER);
            case DEVICES -> sessionCounts(numbered, Dimension.DEVICE);
            case UTM_SOURCES -> sessionCounts(numbered, Dimension.UTM_SOURCE);
            case UTM_MEDIUMS -> sessionCounts(numbered, Dimension.UTM_MEDIUM);
            case UTM_CAMPAIGNS -> sessionCounts(numbered, Dimension.UTM_CAMPAIGN);
            case UTM_TERMS -> sessionCounts(numbered, Dimension.UTM_TERM);
            case UTM_CONTENTS -> sessionCounts(numbered, Dimension.UTM_CONTENT);
        };
        sheets.add(sheet);
        return sheet;
    }

    private SessionCounts sessionCounts(NumberedPart numbered, Dimension dimension) {
        SessionField place = SessionField.of(dimension);
        return new SessionCounts(numbered, place.column(), place.field());
    }

    @Override public Answer answer() {
        return sheets.isEmpty() ? new TopK(limit).top()
                : vocabularies.of(sheets.peek().field).map(this::byNumber).orElseGet(this::byText);
    }

    private Answer byNumber(Vocabulary vocabulary) {
        long[] sums = new long[vocabulary.size()];
        sheets.forEach(sheet -> vocabulary.add(sheet.numbered.index(), sheet.counts, sums));
        TopK commonest = new TopK(limit);
        for (int number = 0; number < sums.length; number++) {
            if (sums[number] > 0 && commonest.takes(sums[number])) {
                commonest.offer(vocabulary.bytes(number), sums[number]);
            }
        }
        return commonest.top();
    }

    private Answer byText() {
        List<int[]> counts = sheets.stream().map(sheet -> sheet.counts).toList();
        List<TextCursor> cursors = new ArrayList<>();
        for (Counts sheet : sheets) {
            cursors.add(TextCursor.overCounted(cursors.size(), sheet.texts(), sheet.counts));
        }
        TopK commonest = new TopK(limit);
        TextMerge.run(cursors, same -> commonest.offer(same.getFirst().text(), sum(same, counts)));
        return commonest.top();
    }

    private static long sum(List<TextCursor> same, List<int[]> counts) {
        long sum = 0;
        for (TextCursor cursor : same) {
            sum += counts.get(cursor.part())[cursor.code()];
        }
        return sum;
    }

    private abstract static class Counts implements Sheet {
        final NumberedPart numbered;
        final Field field;
        final int[] counts;

        Counts(NumberedPart numbered, Field field) {
            this.numbered = numbered;
            this.field = field;
            this.counts = new int[texts().size()];
        }

        final Texts texts() {
            return numbered.part().texts(field);
        }
    }

    private final class EventCounts extends Counts {
        private final EventKind kind;
        private final EventColumn column;

        EventCounts(NumberedPart numbered, Field field, EventKind kind, EventColumn column) {
            super(numbered, field);
            this.kind = kind;
            this.column = column;
        }

        @Override public Set<Reads> reads() {
            return Set.of(Reads.EVENTS_INSIDE);
        }

        @Override public void events(EventChunk chunk) {
            EventChunk.Picks picks = chunk.inside(kind);
            if (picks.count > 0 && ranking == Ranking.NOT_FOUND) {
                countNotFound(chunk, picks);
            } else if (picks.count > 0) {
                int[] codes = chunk.column(column);
                for (int i = 0; i < picks.count; i++) {
                    counts[codes[picks.indexes[i]]]++;
                }
            }
        }

        private void countNotFound(EventChunk chunk, EventChunk.Picks picks) {
            int[] codes = chunk.column(column);
            int[] status = chunk.column(EventColumn.STATUS);
            for (int i = 0; i < picks.count; i++) {
                int index = picks.indexes[i];
                if (status[index] == NOT_FOUND) {
                    counts[codes[index]]++;
                }
            }
        }
    }

    private final class SessionCounts extends Counts {
        private final Part part;
        private final SessionColumn column;

        SessionCounts(NumberedPart numbered, SessionColumn column, Field field) {
            super(numbered, field);
            this.part = numbered.part();
            this.column = column;
        }

        @Override public Set<Reads> reads() {
            return Set.of(Reads.SESSIONS);
        }

        @Override public void sessions(SessionChunk chunk) {
            int[] codes = chunk.column(column);
            if (ranking == Ranking.ENTRY_PAGES && part.firstStart() < range.from()) {
                count(chunk, codes, chunk.starts());
            } else if (ranking == Ranking.EXIT_PAGES && part.lastSecond() > range.to()) {
                count(chunk, codes, chunk.exits());
            } else {
                for (int i = 0; i < chunk.picked(); i++) {
                    counts[codes[chunk.picks()[i]]]++;
                }
            }
        }

        /// Counts those whose time is inside the range.
        private void count(SessionChunk chunk, int[] codes, long[] times) {
            for (int i = 0; i < chunk.picked(); i++) {
                int index = chunk.picks()[i];
                if (times[index] >= range.from() && times[index] <= range.to()) {
                    counts[codes[index]]++;
                }
            }
        }
    }
}
