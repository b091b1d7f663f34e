package prisme.stats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prisme.columns.Texts;

/// The different texts that a field has in all parts, each with a number from 0, and the number for each code of each
/// part. New texts of the parts that grow get numbers behind the others.
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

    /// Takes note of the texts that the growing parts got since they were last looked at.
    ///
    /// @param growing those of the last call in the same order, and any new ones behind them
    void follow(List<Texts> growing) {
        for (int i = 0; i < growing.size(); i++) {
            if (sealed + i == parts.size()) {
                parts.add(growing.get(i));
                numbers.add(new Ints());
            }
            follow(sealed + i);
        }
    }

    /* In ascending order: then each text is compared with some near those before, whose blocks are mostly in memory. */
    private void follow(int part) {
        Ints ofPart = numbers.get(part);
        TextCursor fresh = TextCursor.overAllFrom(part, parts.get(part), ofPart.size());
        ofPart.addAll(new int[parts.get(part).size() - ofPart.size()]);
        for (int near = 0; fresh.next(); ) {
            near = firstNotBefore(fresh.text(), near);
            boolean isKnown = near < sortedSize && Arrays.equals(bytes(near), fresh.text());
            ofPart.set(fresh.code(), isKnown ? near : behind(fresh));
        }
    }

    private int behind(TextCursor fresh) {
        return behind.computeIfAbsent(new String(fresh.text(), StandardCharsets.UTF_8), _ -> {
            partOf.add(fresh.part());
            codeOf.add(fresh.code());
            return partOf.size() - 1;
        });
    }

    /// The number, from `from` on, of the first text that does not come before this one, among the texts of the parts
    /// that do not change.
    private int firstNotBefore(byte[] text, int from) {
        int low = from;
        int high = from;
        for (int step = 1; high < sortedSize && isBefore(high, text); step *= 2) {
            low = high + 1;
            high += step;
        }
        high = Math.min(high, sortedSize);
        while (low < high) {
            int middle = low + high >>> 1;
            if (isBefore(middle, text)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(int number, byte[] text) {
        return Arrays.compareUnsigned(bytes(number), text) < 0;
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
