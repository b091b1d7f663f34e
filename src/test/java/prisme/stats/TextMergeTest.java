package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import prisme.columns.Texts;

class TextMergeTest {
    /// Sorted texts in memory.
    private record Sorted(List<String> texts) implements Texts {
        @Override public int size() {
            return texts.size();
        }

        @Override public boolean isSorted() {
            return true;
        }

        @Override public String text(int code) {
            return texts.get(code);
        }

        @Override public byte[] bytes(int code) {
            return text(code).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static SequencedMap<String, List<Integer>> merged(List<List<String>> parts) {
        List<TextCursor> cursors = new ArrayList<>();
        parts.forEach(part -> cursors.add(TextCursor.overAll(cursors.size(), new Sorted(part))));
        SequencedMap<String, List<Integer>> merged = new LinkedHashMap<>();
        TextMerge.run(cursors, same -> {
            String text = new String(same.getFirst().text(), StandardCharsets.UTF_8);
            same.forEach(cursor -> assertEquals(text, parts.get(cursor.part()).get(cursor.code())));
            List<Integer> before = merged.put(text, same.stream().map(TextCursor::part).sorted().toList());
            assertEquals(null, before, "twice");
        });
        return merged;
    }

    @Test void nothingOfNothing() {
        assertEquals(Map.of(), merged(List.of()));
        assertEquals(Map.of(), merged(List.of(List.of(), List.of())));
    }

    @Test void findsWhatIsInEveryPart() {
        List<String> all = List.of("", "/", "/a", "/a/b");
        assertEquals(List.of(List.of(0, 1, 2, 3, 4)),
                merged(List.of(all, all, all, all, all)).values().stream().distinct().toList());
    }

    @RepeatedTest(50) void findsEachTextOnceWithAllItsPartsInAscendingOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int different = 1 + random.nextInt(60);
        List<List<String>> parts = new ArrayList<>();
        SequencedMap<String, List<Integer>> wanted = new TreeMap<>();
        for (int part = 0; part < random.nextInt(12); part++) {
            TreeSet<String> texts = new TreeSet<>(Comparator.naturalOrder());
            for (int i = random.nextInt(40); i > 0; i--) {
                texts.add(Integer.toString(random.nextInt(different), 3));
            }
            parts.add(List.copyOf(texts));
            for (String text : texts) {
                wanted.computeIfAbsent(text, _ -> new ArrayList<>()).add(part);
            }
        }
        SequencedMap<String, List<Integer>> merged = merged(parts);
        assertEquals(wanted, merged);
        assertEquals(List.copyOf(wanted.keySet()), List.copyOf(merged.keySet()));
    }
}
