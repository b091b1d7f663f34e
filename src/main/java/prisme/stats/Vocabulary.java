package prisme.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prisme.columns.Texts;

/// The different texts that a field has in all parts, each with a number from 0; and which one each code of each part
/// stands for. What parts that grow get is added behind.
final class Vocabulary {
    private final List<Texts> parts;
    private final List<Ints> numbers = new ArrayList<>();
    private final Ints partOf = new Ints();
    private final Ints codeOf = new Ints();
    private final int sealed;
    private final int sortedSize;
    private final Map<String, Integer> behind = new HashMap<>();

    /// @param sealed of the parts that do not change
    Vocabulary(List<Texts> sealed) {
        this.parts = new ArrayList<>(sealed);
        this.sealed = sealed.size();
        int[][] codes = sealed.stream().map(texts -> new int[texts.size()]).toArray(int[][]::new);
        List<TextCursor> cursors = new ArrayList<>();
        for (Texts texts : sealed) {
            cursors.add(TextCursor.overAll(cursors.size(), texts));
        }
        TextMerge.run(cursors, same -> {
            same.forEach(cursor -> codes[cursor.part()][cursor.code()] = partOf.size());
            partOf.add(same.getFirst().part());
            codeOf.add(same.getFirst().code());
        });
        for (int[] ofPart : codes) {
            numbers.add(new Ints(ofPart));
        }
        this.sortedSize = partOf.size();
    }

    /// Takes note of the texts that parts which grow got since they were last looked at.
    ///
    /// @param growing as before, further ones behind them
    void follow(List<Texts> growing) {
        for (int i = 0; i < growing.size(); i++) {
            if (sealed + i == parts.size()) {
                parts.add(growing.get(i));
                numbers.add(new Ints());
            }
            Ints ofPart = numbers.get(sealed + i);
            for (int code = ofPart.size(); code < growing.get(i).size(); code++) {
                ofPart.add(number(sealed + i, code));
            }
        }
    }

    private int number(int part, int code) {
        int known = find(parts.get(part).bytes(code));
        return known >= 0 ? known : behind.computeIfAbsent(parts.get(part).text(code), _ -> {
            partOf.add(part);
            codeOf.add(code);
            return partOf.size() - 1;
        });
    }

    /// The number of a text among those of the parts that do not change, or -1.
    private int find(byte[] text) {
        int from = 0;
        int to = sortedSize;
        while (from < to) {
            int middle = from + to >>> 1;
            int order = Arrays.compareUnsigned(bytes(middle), text);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return -1;
    }

    int size() {
        return partOf.size();
    }

    /// The UTF-8 bytes of the text with a number.
    byte[] bytes(int number) {
        return parts.get(partOf.get(number)).bytes(codeOf.get(number));
    }

    /// Adds what was counted in a part.
    ///
    /// @param counts by code
    /// @param sums   by number
    void add(int part, int[] counts, long[] sums) {
        Ints ofPart = numbers.get(part);
        for (int code = 0; code < counts.length; code++) {
            sums[ofPart.get(code)] += counts[code];
        }
    }
}
