package prisme.columns;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BuffersTest {
    private final Buffers buffers = new Buffers();

    @Test void roomIsUsedAgainWhereItIsLargeEnough() {
        byte[] first = buffers.take(100);
        buffers.giveBack(first);
        assertSame(first, buffers.take(50));
        buffers.giveBack(first);
        byte[] larger = buffers.take(101);
        assertTrue(larger.length >= 101);
        buffers.giveBack(larger);
        assertSame(larger, buffers.take(100));
    }

    @Test void nobodyGetsWhatAnotherHas() {
        byte[] first = buffers.take(100);
        assertNotSame(first, buffers.take(100));
    }
}
