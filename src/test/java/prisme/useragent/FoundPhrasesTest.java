package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoundPhrasesTest {
    private static final int MANY = 1_000;

    private final FoundPhrases found = new FoundPhrases(MANY);

    @Test
    void remembersWhatWasAddedAndInWhichOrder() {
        IntStream.of(999, 0, 64).forEach(found::add);
        assertEquals(3, found.count());
        assertEquals(64, found.number(2));
        assertTrue(found.has(999) && found.has(0) && found.has(64));
        assertFalse(found.has(1) || found.has(63) || found.has(998));
    }

    @Test
    void forgetsEverythingWhenCleared() {
        IntStream.range(0, MANY).forEach(found::add);
        found.clear();
        assertEquals(0, found.count());
        assertTrue(IntStream.range(0, MANY).noneMatch(found::has));
    }
}
