package prisme.country;

import java.util.Arrays;

/// Remembers the country of each record that was read, since many networks share a record.
///
/// A hash table with open addressing, of at most [#MAX_SLOTS] slots of 6 bytes. When it is full it forgets everything
/// and begins again: reading a record twice costs time, not correctness.
final class CodeMemo {
    private static final int MAX_SLOTS = 1 << 20;
    private static final int FREE = -1;
    private static final short ABSENT = -1;

    private int[] places;
    private short[] codes;
    private int count;

    CodeMemo() {
        clear(1 << 8);
    }

    /// The code that was remembered for a place in the data, or -1.
    short get(long place) {
        int slot = slot((int) place);
        return places[slot] == (int) place ? codes[slot] : ABSENT;
    }

    /// Remembers a code for a place in the data for which none is remembered.
    ///
    /// @param place below 2³² - 1
    void put(long place, short code) {
        if (count >= places.length / 4 * 3) {
            makeRoom();
        }
        int slot = slot((int) place);
        places[slot] = (int) place;
        codes[slot] = code;
        count++;
    }

    private int slot(int place) {
        int mask = places.length - 1;
        int slot = (place * 0x9e37_79b9 >>> 12) & mask;
        while (places[slot] != FREE && places[slot] != place) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void makeRoom() {
        int[] oldPlaces = places;
        short[] oldCodes = codes;
        clear(Math.min(2 * places.length, MAX_SLOTS));
        if (oldPlaces.length < MAX_SLOTS) {
            for (int i = 0; i < oldPlaces.length; i++) {
                if (oldPlaces[i] != FREE) {
                    put(Integer.toUnsignedLong(oldPlaces[i]), oldCodes[i]);
                }
            }
        }
    }

    private void clear(int slots) {
        places = new int[slots];
        Arrays.fill(places, FREE);
        codes = new short[slots];
        count = 0;
    }
}
