package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final int CAPACITY = 1000;
    private static final long KEY = 0x0123_4567_89ab_cdefL;

    private final Cells cells = new Cells(CAPACITY);

    /// All that the cells hold when they are handed out again.
    private Set<Integer> held() {
        return IntStream.rangeClosed(1, CAPACITY).map(_ -> cells.take()).boxed()
                .flatMap(cell -> IntStream.range(0, Cells.INTS).mapToObj(field -> cells.get(cell, field)))
                .collect(Collectors.toSet());
    }

    @Test void handsOutAsManyAsItHas() {
        IntStream.rangeClosed(1, CAPACITY).forEach(_ -> cells.take());
        assertTrue(cells.exhausted());
        cells.clear();
        assertEquals(1, cells.take());
    }

    @Test void keepsNothingWhenAllAreTakenBack() {
        cells.set(cells.take(), 0, (int) KEY);
        cells.clear();
        assertEquals(Set.of(0), held());
    }

    @Test void keepsNoAddressThatWasRemoved() {
        SipHash hash = SipHash.random();
        AddressIndex index = new AddressIndex(cells, hash, CAPACITY);
        int entry = cells.take();
        index.add(entry, KEY, hash.hash(KEY));
        assertEquals(entry, index.find(KEY, hash.hash(KEY)));
        index.remove(entry);
        cells.give(entry);
        assertTrue(Collections.disjoint(held(), List.of((int) KEY, (int) (KEY >>> 32))));
    }
}
