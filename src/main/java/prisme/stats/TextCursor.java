package prisme.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import prisme.columns.Texts;

/// Goes through texts of one part in ascending order of their UTF-8 bytes.
final class TextCursor implements CursorHeap.Cursor<TextCursor> {
    private final int part;
    private final Texts.Reader reader;
    private final IntUnaryOperator codes;
    private final int end;
    private final IntPredicate isIn;
    private int at;
    private int code;
    private byte[] text = {};

    private TextCursor(int part, Texts texts, int from, IntPredicate isIn) {
        this.part = part;
        this.reader = texts.reader();
        this.isIn = isIn;
        if (texts.isSorted()) {
            this.codes = IntUnaryOperator.identity();
            this.end = texts.size();
            this.at = from - 1;
        } else {
            int[] ascending = ascending(texts, IntStream.range(from, texts.size()).filter(isIn));
            this.codes = index -> ascending[index];
            this.end = ascending.length;
            this.at = -1;
        }
    }

    /// @param part a number for the part
    static TextCursor overAll(int part, Texts texts) {
        return overAllFrom(part, texts, 0);
    }

    /// @param part a number for the part
    /// @param from the first code
    static TextCursor overAllFrom(int part, Texts texts, int from) {
        return new TextCursor(part, texts, from, _ -> true);
    }

    /// @param part   a number for the part
    /// @param counts by code; texts with 0 are left out
    static TextCursor overCounted(int part, Texts texts, int[] counts) {
        return new TextCursor(part, texts, 0, code -> counts[code] > 0);
    }

    private static int[] ascending(Texts texts, IntStream codes) {
        record Text(int code, byte[] bytes) {}
        return codes.mapToObj(code -> new Text(code, texts.bytes(code)))
                .sorted(Comparator.comparing(Text::bytes, Arrays::compareUnsigned)).mapToInt(Text::code).toArray();
    }

    /// Goes on to the next text; false behind the last.
    @Override public boolean next() {
        while (++at < end) {
            code = codes.applyAsInt(at);
            if (isIn.test(code)) {
                text = reader.bytes(code);
                return true;
            }
        }
        return false;
    }

    int part() {
        return part;
    }

    int code() {
        return code;
    }

    byte[] text() {
        return text;
    }

    /// Whether its text comes before that of another.
    @Override public boolean isBefore(TextCursor other) {
        return Arrays.compareUnsigned(text, other.text) < 0;
    }
}
