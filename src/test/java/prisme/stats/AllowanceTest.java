package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {
    private static final long MEBI = 1 << 20;

    @Test void namesALargerHeapThanThereIs() {
        Allowance allowance = new Allowance(3 * MEBI);
        allowance.take(2 * MEBI);
        allowance.take(MEBI);
        String why = assertThrows(UncheckedIOException.class, () -> allowance.take(1)).getCause().getMessage();
        assertTrue(why.contains("may take 3 MB"), why);
        Matcher heap = Pattern.compile("-Xmx(\\d+)m$").matcher(why);
        assertTrue(heap.find(), why);
        assertTrue(Long.parseLong(heap.group(1)) * MEBI > Runtime.getRuntime().maxMemory() / 4 * 5, why);
    }

    /// 61.9 MB is what the serial collector counts of 64.
    @ParameterizedTest @CsvSource({"64880640,128", "67108864,128", "67108865,256", "100663296,256", "134217728,256"})
    void recommendsTwiceTheHeapOrMore(long heap, long megabytes) {
        assertEquals(megabytes * MEBI, Allowance.recommended(heap));
    }

    @Test void isAQuarterOfTheHeap() {
        long quarter = Runtime.getRuntime().maxMemory() / 4;
        Allowance.ofThisProcess().take(quarter);
        UncheckedIOException refused = assertThrows(UncheckedIOException.class,
                () -> Allowance.ofThisProcess().take(quarter + 1));
        assertEquals(TooLittleMemory.class, refused.getCause().getClass());
    }
}
