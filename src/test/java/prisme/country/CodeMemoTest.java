package prisme.country;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CodeMemoTest {
    private final CodeMemo memo = new CodeMemo();

    @Test
    void knowsNothingAtFirst() {
        assertEquals(-1, memo.get(0));
        assertEquals(-1, memo.get(0xffff_fffeL));
    }

    @Test
    void remembersEveryPlaceUpToItsSize() {
        LongStream.range(0, 500_000).forEach(i -> memo.put(i * 4_096 & 0xffff_ffffL | i >> 20, code(i)));
        LongStream.range(0, 500_000).forEach(i -> assertEquals(code(i), memo.get(i * 4_096 & 0xffff_ffffL | i >> 20)));
        assertEquals(-1, memo.get(1));
    }

    @Test
    void forgetsButNeverMixesUp() {
        LongStream.range(0, 1_500_000).forEach(i -> memo.put(i, code(i)));
        long kept = LongStream.range(0, 1_500_000).filter(i -> memo.get(i) != -1).count();
        assertTrue(kept > 0 && kept < 1 << 20);
        LongStream.range(0, 1_500_000).forEach(i -> assertTrue(memo.get(i) == -1 || memo.get(i) == code(i)));
    }

    private static short code(long i) {
        return (short) (i % 676);
    }
}
