package prisme.useragent;

import java.util.Arrays;
import java.util.BitSet;

/// The phrases that were found in a text: a set of their numbers, in the order in which they were found.
///
/// It is cleared and reused for the next text, so that reading a text creates no garbage.
final class FoundPhrases {
    private final long[] bits;
    private int[] numbers = new int[Long.SIZE];
    private int count;

    FoundPhrases(int phrases) {
        bits = new long[(phrases + Long.SIZE - 1) / Long.SIZE];
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            bits[numbers[i] / Long.SIZE] = 0;
        }
        count = 0;
    }

    void add(int phrase) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = phrase;
        bits[phrase / Long.SIZE] |= 1L << phrase;
    }

    boolean has(int phrase) {
        return (bits[phrase / Long.SIZE] >>> phrase & 1) != 0;
    }

    /// Whether at least one of these phrases was found.
    boolean hasAny(BitSet phrases) {
        for (int i = 0; i < count; i++) {
            if (phrases.get(numbers[i])) {
                return true;
            }
        }
        return false;
    }

    /// How many phrases were found.
    int count() {
        return count;
    }

    /// The number of the phrase found as the `index`th, counted from zero.
    int number(int index) {
        return numbers[index];
    }
}
