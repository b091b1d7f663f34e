package prisme.stats;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import prisme.columns.EventColumn;
import prisme.columns.EventKind;
import prisme.columns.Field;
import prisme.columns.Texts;
import prisme.json.JsonException;
import prisme.json.JsonObject;
import prisme.stats.Selection.Filter;

/// Counts the properties of a custom event: their names, or the values of one of them.
///
/* Every event may have a different value, so a share of the memory bounds how many are counted at once. Where there are
 * more, the values are divided into shares by their hash, and one share is counted after the other. */
final class PropertiesTally implements Tally {
    private static final long MEMORY_SHARE = 16;
    private static final long BYTES_EACH = 128;
    private static final int GROWTH = 4;
    private static final int MOST_SHARES = 1024;
    private static final int SPREAD = 0x9e3779b9;

    private final String name;
    private final Function<JsonObject, Stream<String>> keys;
    private final int limit;
    private final long room;
    private final Queue<Properties> sheets = new ConcurrentLinkedQueue<>();

    private PropertiesTally(String name, Function<JsonObject, Stream<String>> keys, int limit,
                            long room) {
        this.room = room;
        this.name = name;
        this.keys = keys;
        this.limit = limit;
    }

    static Tally of(Question.TopValues question) {
        return of(question, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    }

    /// @param room about how many bytes it may take
    static Tally of(Question.TopValues question, long room) {
        return new PropertiesTally(question.name(), object -> object.text(question.property()).stream(),
                question.limit(), room);
    }

    static Tally of(Question.TopProperties question) {
        return new PropertiesTally(question.name(), object -> object.names().stream(), question.limit(),
                Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    }

    @Override public Sheet sheet(NumberedPart numbered) {
        Properties sheet = new Properties(numbered);
        sheets.add(sheet);
        return sheet;
    }

    @Override public Answer answer() {
        int shares = 1;
        Optional<Answer> answer = inShares(shares);
        while (answer.isEmpty()) {
            shares *= GROWTH;
            answer = inShares(shares);
        }
        return answer.get();
    }

    /// Counts one share of the keys after the other; empty where a share is too large for the memory.
    private Optional<Answer> inShares(int shares) {
        TopK commonest = new TopK(limit);
        for (int share = 0; share < shares; share++) {
            Map<String, Long> counts = new HashMap<>();
            if (!count(share, shares, counts)) {
                return Optional.empty();
            }
            counts.forEach((key, count) -> commonest.offer(key.getBytes(StandardCharsets.UTF_8), count));
        }
        return Optional.of(commonest.top());
    }

    /// @return false when there are too many for the memory; never with the greatest number of shares
    private boolean count(int share, int shares, Map<String, Long> counts) {
        long left = room;
        for (Properties sheet : sheets) {
            for (int code = 0; code < sheet.counts.length; code++) {
                if (sheet.counts[code] > 0) {
                    left -= count(sheet, code, key -> share(key, shares) == share, counts);
                }
                if (left < 0 && shares < MOST_SHARES) {
                    return false;
                }
            }
        }
        return true;
    }

    /// @return how many bytes that took
    private long count(Properties sheet, int code, Predicate<String> isWanted, Map<String, Long> counts) {
        long count = sheet.counts[code];
        return keys(sheet.reader.bytes(code)).filter(isWanted)
                .mapToLong(key -> counts.merge(key, count, Long::sum) == count ? BYTES_EACH + 2L * key.length() : 0)
                .sum();
    }

    private static int share(String key, int shares) {
        return Math.floorMod(key.hashCode() * SPREAD >>> 8, shares);
    }

    private Stream<String> keys(byte[] properties) {
        try {
            return keys.apply(JsonObject.parse(properties));
        } catch (JsonException _) {
            /* What cannot be read as an object has no properties. */
            return Stream.empty();
        }
    }

    private final class Properties implements Sheet {
        private final Texts.Reader reader;
        private final int[] counts;
        private final Bits names;

        Properties(NumberedPart numbered) {
            Texts texts = numbered.part().texts(Field.PROPERTIES);
            this.reader = texts.reader();
            this.counts = new int[texts.size()];
            this.names = FilterMatch.codes(numbered.part().texts(Field.EVENT_NAME),
                    List.of(new Filter(name, false, false)));
        }

        @Override public Set<Reads> reads() {
            return Set.of(Reads.EVENTS_INSIDE);
        }

        @Override public void events(EventChunk chunk) {
            EventChunk.Picks picks = chunk.inside(EventKind.CUSTOM);
            if (picks.count == 0) {
                return;
            }
            int[] subject = chunk.column(EventColumn.SUBJECT);
            int[] code = chunk.column(EventColumn.PROPERTIES);
            for (int i = 0; i < picks.count; i++) {
                int index = picks.indexes[i];
                if (names.get(subject[index])) {
                    counts[code[index]]++;
                }
            }
        }
    }
}
