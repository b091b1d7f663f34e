package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressIndexTest {
    private static final SipHash HASH = new SipHash(1, 2);

    private final Cells cells = new Cells(1_000);
    private final Map<Long, Integer> expected = new HashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 50, 1_000})
    void findsWhatWasAddedAndNotRemovedHoweverManyShareABucket(int buckets) {
        AddressIndex index = new AddressIndex(cells, HASH, buckets);
        Random random = new Random(buckets);
        for (int i = 0; i < 20_000; i++) {
            long key = random.nextInt(200) * 0x1_0000_0001L - 100;
            assertEquals(expected.getOrDefault(key, Cells.NONE), index.find(key, HASH.hash(key)));
            toggle(index, key);
        }
    }

    private void toggle(AddressIndex index, long key) {
        if (expected.containsKey(key)) {
            index.remove(expected.get(key));
            cells.give(expected.remove(key));
        } else {
            expected.put(key, cells.take());
            index.add(expected.get(key), key, HASH.hash(key));
        }
    }
}
