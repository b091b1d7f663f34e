package prisme.stats;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import prisme.columns.EventColumn;
import prisme.columns.Field;
import prisme.columns.Texts;
import prisme.json.JsonException;
import prisme.json.JsonObject;
import prisme.stats.Inventory.Held;
import prisme.stats.Selection.Filter;

/// Counts the properties of a custom event: their names, or the values of one of them.
final class PropertiesTally implements Tally {
    private final String name;
    private final Function<JsonObject, Stream<String>> keys;
    private final int limit;
    private final Queue<Properties> sheets = new ConcurrentLinkedQueue<>();

    private PropertiesTally(String name, Function<JsonObject, Stream<String>> keys, int limit) {
        this.name = name;
        this.keys = keys;
        this.limit = limit;
    }

    static Tally of(Question.TopValues question) {
        return new PropertiesTally(question.name(), object -> object.text(question.property()).stream(),
                question.limit());
    }

    static Tally of(Question.TopProperties question) {
        return new PropertiesTally(question.name(), object -> object.members().keySet().stream(), question.limit());
    }

    @Override public Sheet sheet(Held held) {
        Properties sheet = new Properties(held);
        sheets.add(sheet);
        return sheet;
    }

    @Override public Answer answer() {
        Map<String, Long> counts = new HashMap<>();
        for (Properties sheet : sheets) {
            for (int code = 0; code < sheet.counts.length; code++) {
                if (sheet.counts[code] > 0) {
                    long count = sheet.counts[code];
                    keys(sheet.texts.bytes(code)).forEach(key -> counts.merge(key, count, Long::sum));
                }
            }
        }
        Ladder ladder = new Ladder(limit);
        counts.forEach((key, count) -> ladder.offer(key.getBytes(StandardCharsets.UTF_8), count));
        return ladder.top();
    }

    private Stream<String> keys(byte[] properties) {
        try {
            return keys.apply(JsonObject.parse(properties));
        } catch (JsonException _) {
            /* What is not read as an object has no properties. */
            return Stream.empty();
        }
    }

    private final class Properties implements Sheet {
        private final Texts texts;
        private final int[] counts;
        private final Bits names;

        Properties(Held held) {
            this.texts = held.part().texts(Field.PROPERTIES);
            this.counts = new int[texts.size()];
            this.names = Passing.codes(held.part().texts(Field.EVENT_NAME),
                    List.of(new Filter(name, false, false)));
        }

        @Override public Set<Reads> reads() {
            return Set.of(Reads.EVENTS_INSIDE);
        }

        @Override public void events(EventChunk chunk) {
            EventChunk.Picks picks = chunk.inside(EventChunk.CUSTOM);
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
