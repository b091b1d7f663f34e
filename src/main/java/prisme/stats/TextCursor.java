package prisme.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import prisme.columns.Texts;

/// Goes through texts of one part in ascending order of their UTF-8 bytes.
final class TextCursor {
    private final int part;
    private final Texts texts;
    private final int[] codes;
    private int at = -1;
    private byte[] text = {};

    private TextCursor(int part, Texts texts, int[] codes) {
        this.part = part;
        this.texts = texts;
        this.codes = texts.isSorted() ? codes : sorted(texts, codes);
    }

    /// @param part a number for the part
    static TextCursor overAll(int part, Texts texts) {
        return new TextCursor(part, texts, IntStream.range(0, texts.size()).toArray());
    }

    /// @param part   a number for the part
    /// @param counts by code; texts with 0 are left out
    static TextCursor overCounted(int part, Texts texts, int[] counts) {
        int[] counted = IntStream.range(0, counts.length).filter(code -> counts[code] > 0).toArray();
        return new TextCursor(part, texts, counted);
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

    int part() {
        return part;
    }

    int code() {
        return codes[at];
    }

    byte[] text() {
        return text;
    }
}
