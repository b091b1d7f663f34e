package prisme.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import prisme.columns.Texts;

/// How often texts of one part occur, in ascending order of the texts' UTF-8 bytes.
final class TextCounts {
    private final Texts texts;
    private final int[] codes;
    private final int[] counts;
    private int at = -1;
    private byte[] text = {};

    private TextCounts(Texts texts, int[] codes, int[] counts) {
        this.texts = texts;
        this.codes = codes;
        this.counts = counts;
    }

    /// @param counts how often each code occurs
    static TextCounts of(Texts texts, int[] counts) {
        int[] codes = IntStream.range(0, counts.length).filter(code -> counts[code] > 0).toArray();
        int[] inOrder = texts.isSorted() ? codes : sorted(texts, codes);
        return new TextCounts(texts, inOrder, Arrays.stream(inOrder).map(code -> counts[code]).toArray());
    }

    private static int[] sorted(Texts texts, int[] codes) {
        record Text(int code, byte[] bytes) {}
        return Arrays.stream(codes).mapToObj(code -> new Text(code, texts.bytes(code)))
                .sorted(Comparator.comparing(Text::bytes, Arrays::compareUnsigned)).mapToInt(Text::code).toArray();
    }

    /// Goes on to the next text; false behind the last.
    boolean next() {
        at++;
        if (at == codes.length) {
            return false;
        }
        text = texts.bytes(codes[at]);
        return true;
    }

    byte[] text() {
        return text;
    }

    int count() {
        return counts[at];
    }
}
