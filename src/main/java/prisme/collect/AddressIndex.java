package prisme.collect;

import java.util.Arrays;

/// A hash table from the key of an address to its entry. Each bucket is a chain that is linked through the entries.
final class AddressIndex {
    private static final int KEY_HIGH = 0;
    private static final int KEY_LOW = 1;
    private static final int NEXT = 2;

    private final Cells cells;
    private final SipHash hash;
    private final int[] buckets;

    AddressIndex(Cells cells, SipHash hash, int buckets) {
        this.cells = cells;
        this.hash = hash;
        this.buckets = new int[buckets];
    }

    /// The entry of this key, [Cells#NONE] if there is none.
    ///
    /// @param keyHash the key's hash
    int find(long key, long keyHash) {
        int entry = buckets[bucket(keyHash)];
        while (entry != Cells.NONE && key(entry) != key) {
            entry = cells.get(entry, NEXT);
        }
        return entry;
    }

    /// Adds an entry for a key that has none yet.
    void add(int entry, long key, long keyHash) {
        cells.set(entry, KEY_HIGH, (int) (key >>> Integer.SIZE));
        cells.set(entry, KEY_LOW, (int) key);
        cells.set(entry, NEXT, buckets[bucket(keyHash)]);
        buckets[bucket(keyHash)] = entry;
    }

    void remove(int entry) {
        int bucket = bucket(hash.hash(key(entry)));
        int next = cells.get(entry, NEXT);
        if (buckets[bucket] == entry) {
            buckets[bucket] = next;
        } else {
            cells.set(predecessor(bucket, entry), NEXT, next);
        }
        /* An address that is forgotten is not left in memory either. */
        cells.set(entry, KEY_HIGH, 0);
        cells.set(entry, KEY_LOW, 0);
    }

    private int predecessor(int bucket, int entry) {
        int before = buckets[bucket];
        while (cells.get(before, NEXT) != entry) {
            before = cells.get(before, NEXT);
        }
        return before;
    }

    void clear() {
        Arrays.fill(buckets, Cells.NONE);
    }

    private long key(int entry) {
        return (long) cells.get(entry, KEY_HIGH) << Integer.SIZE | Integer.toUnsignedLong(cells.get(entry, KEY_LOW));
    }

    /* The low half of the hash, scaled to a table of any size. Its high half was used to choose the stripe. */
    private int bucket(long keyHash) {
        return (int) ((keyHash & 0xffff_ffffL) * buckets.length >>> Integer.SIZE);
    }
}
