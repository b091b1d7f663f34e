package prisme.stats;

import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import prisme.columns.EventColumn;
import prisme.columns.Field;
import prisme.columns.Part;
import prisme.columns.SessionColumn;
import prisme.columns.Texts;
import prisme.stats.Inventory.Held;
import prisme.stats.Question.Ranking;
import prisme.stats.Selection.Dimension;

/// Counts how often the texts of a field occur.
final class TopTally implements Tally {
    private static final int NOT_FOUND = 404;

    private final Ranking ranking;
    private final Selection range;
    private final int limit;
    private final Queue<Counts> sheets = new ConcurrentLinkedQueue<>();

    TopTally(Ranking ranking, Selection range, int limit) {
        this.ranking = ranking;
        this.range = range;
        this.limit = limit;
    }

    @Override public Sheet sheet(Held held) {
        Part part = held.part();
        Counts sheet = switch (ranking) {
            case PAGES, NOT_FOUND -> new EventCounts(part.texts(Field.PATH), EventChunk.VIEW, EventColumn.PATH);
            case CUSTOM_EVENTS ->
                    new EventCounts(part.texts(Field.EVENT_NAME), EventChunk.CUSTOM, EventColumn.SUBJECT);
            case OUTBOUND_LINKS -> new EventCounts(part.texts(Field.LINK), EventChunk.CLICK, EventColumn.SUBJECT);
            case FILE_DOWNLOADS -> new EventCounts(part.texts(Field.FILE), EventChunk.DOWNLOAD, EventColumn.SUBJECT);
            case ENTRY_PAGES -> sessionCounts(part, Dimension.ENTRY_PATH);
            case EXIT_PAGES -> sessionCounts(part, Dimension.EXIT_PATH);
            case DOMAINS -> sessionCounts(part, Dimension.DOMAIN);
            case REFERRERS -> sessionCounts(part, Dimension.REFERRER);
            case COUNTRIES -> sessionCounts(part, Dimension.COUNTRY);
            case SYSTEMS -> sessionCounts(part, Dimension.SYSTEM);
            case BROWSERS -> sessionCounts(part, Dimension.BROWSER);
            case DEVICES -> sessionCounts(part, Dimension.DEVICE);
            case UTM_SOURCES -> sessionCounts(part, Dimension.UTM_SOURCE);
            case UTM_MEDIUMS -> sessionCounts(part, Dimension.UTM_MEDIUM);
            case UTM_CAMPAIGNS -> sessionCounts(part, Dimension.UTM_CAMPAIGN);
            case UTM_TERMS -> sessionCounts(part, Dimension.UTM_TERM);
            case UTM_CONTENTS -> sessionCounts(part, Dimension.UTM_CONTENT);
        };
        sheets.add(sheet);
        return sheet;
    }

    private SessionCounts sessionCounts(Part part, Dimension dimension) {
        SessionField place = SessionField.of(dimension);
        return new SessionCounts(part, place.column(), place.field());
    }

    @Override public Answer answer() {
        Collection<TextCounts> parts = sheets.stream().map(Counts::texts).toList();
        return TextMerge.top(parts, limit);
    }

    private abstract static class Counts implements Sheet {
        private final Texts texts;
        final int[] counts;

        Counts(Texts texts) {
            this.texts = texts;
            this.counts = new int[texts.size()];
        }

        TextCounts texts() {
            return TextCounts.of(texts, counts);
        }
    }

    private final class EventCounts extends Counts {
        private final int kind;
        private final EventColumn column;

        EventCounts(Texts texts, int kind, EventColumn column) {
            super(texts);
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

        SessionCounts(Part part, SessionColumn column, Field field) {
            super(part.texts(field));
            this.part = part;
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
