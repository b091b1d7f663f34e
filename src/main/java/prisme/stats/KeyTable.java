package prisme.stats;

import java.util.Arrays;

/// Numbers the different 128-bit keys it is shown, from 0, in the order in which they first come.
final class KeyTable {
    private static final int EMPTY = 0;

    private long[] high = new long[16];
    private long[] low = new long[16];
    private int[] slots = new int[64];
    private int size;

    int size() {
        return size;
    }

    /// The number of a key, which is [#size()] as it was before where the key is new.
    int number(long keyHigh, long keyLow) {
        int slot = slot(keyHigh, keyLow);
        if (slots[slot] != EMPTY) {
            return slots[slot] - 1;
        }
        if (size == high.length) {
            high = Arrays.copyOf(high, size * 2);
            low = Arrays.copyOf(low, size * 2);
        }
        high[size] = keyHigh;
        low[size] = keyLow;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    /// The number of a key, or -1 where it was never shown.
    int find(long keyHigh, long keyLow) {
        return slots[slot(keyHigh, keyLow)] - 1;
    }

    private int slot(long keyHigh, long keyLow) {
        int mask = slots.length - 1;
        int slot = hash(keyHigh, keyLow) & mask;
        while (slots[slot] != EMPTY && (high[slots[slot] - 1] != keyHigh || low[slots[slot] - 1] != keyLow)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int hash(long keyHigh, long keyLow) {
        long mixed = (keyHigh ^ Long.rotateLeft(keyLow * 0x9e3779b97f4a7c15L, 29)) * 0xbf58476d1ce4e5b9L;
        return (int) (mixed ^ mixed >>> 32);
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(high[i], low[i])] = i + 1;
        }
    }
}
