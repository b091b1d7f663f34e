package prisme.stats;

/// A set of small numbers, a bit for each.
final class Bits {
    final long[] words;

    Bits(int size) {
        this(new long[wordsFor(size)]);
    }

    Bits(long[] words) {
        this.words = words;
    }

    /// How many words hold `size` bits.
    static int wordsFor(int size) {
        return (size + Long.SIZE - 1) >>> 6;
    }

    boolean get(int index) {
        return (words[index >>> 6] >>> index & 1) != 0;
    }

    void set(int index) {
        words[index >>> 6] |= 1L << index;
    }

    void clear(int index) {
        words[index >>> 6] &= ~(1L << index);
    }

    void set(int index, boolean isIn) {
        if (isIn) {
            set(index);
        } else {
            clear(index);
        }
    }

    /// Puts in all numbers from `from` up to, not including, `to`.
    void setAll(int from, int to) {
        for (int word = from >>> 6; word < wordsFor(to); word++) {
            words[word] |= inWord(word, from, to);
        }
    }

    /// Takes out all numbers from `from` up to, not including, `to`.
    void clearAll(int from, int to) {
        for (int word = from >>> 6; word < wordsFor(to); word++) {
            words[word] &= ~inWord(word, from, to);
        }
    }

    Bits copy() {
        return new Bits(words.clone());
    }

    /// Writes those from `from` up to, not including, `to` into `into`, as distances from `from`, and says how many.
    int list(int from, int to, int[] into) {
        int count = 0;
        for (int word = from >>> 6; word < wordsFor(to); word++) {
            long left = words[word] & inWord(word, from, to);
            int at = (word << 6) - from;
            while (left != 0) {
                into[count++] = at + Long.numberOfTrailingZeros(left);
                left &= left - 1;
            }
        }
        return count;
    }

    /// How many there are from `from` up to, not including, `to`.
    int count(int from, int to) {
        int count = 0;
        for (int word = from >>> 6; word < wordsFor(to); word++) {
            count += Long.bitCount(words[word] & inWord(word, from, to));
        }
        return count;
    }

    /// The bits of a word that stand for numbers from `from` up to, not including, `to`.
    private static long inWord(int word, int from, int to) {
        int first = Math.max(0, from - (word << 6));
        int end = Math.min(Long.SIZE, to - (word << 6));
        return end <= first ? 0 : -1L >>> Long.SIZE - (end - first) << first;
    }
}
