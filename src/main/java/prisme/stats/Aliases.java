package prisme.stats;

/// Those rows or visitors of a part that are the same as one of another part, each with the number of that one.
///
/* A bit for each row or visitor, and an array of the numbers of those whose bit is set. For each word of bits it is
 * kept how many bits are set before it, so that a number is found by counting the bits of one word. */
final class Aliases {
    private static final int BYTES_PER_WORD = Long.BYTES + Integer.BYTES;

    private final Bits bits;
    private final int[] before;
    private final int[] numbers;

    private Aliases(Bits bits, int[] numbers) {
        this.bits = bits;
        this.numbers = numbers;
        before = new int[bits.words.length];
        for (int word = 1; word < before.length; word++) {
            before[word] = before[word - 1] + Long.bitCount(bits.words[word - 1]);
        }
    }

    boolean has(int local) {
        return bits.get(local);
    }

    /// The bits of 64 that begin with 64 × `index`.
    long word(int index) {
        return bits.words[index];
    }

    int words() {
        return bits.words.length;
    }

    /// The number of one for which [#has(int)] is true.
    int number(int local) {
        int word = local >>> 6;
        return numbers[before[word] + Long.bitCount(bits.words[word] & (1L << local) - 1)];
    }

    /// These and others of the same part, none of which is among these.
    Aliases with(Aliases others) {
        int[] all = new int[numbers.length + others.numbers.length];
        Bits both = new Bits(bits.words.length << 6);
        int mine = 0;
        for (int word = 0, at = 0; word < both.words.length; word++) {
            both.words[word] = bits.words[word] | others.bits.words[word];
            for (long left = both.words[word]; left != 0; left &= left - 1, at++) {
                boolean isMine = bits.get((word << 6) + Long.numberOfTrailingZeros(left));
                all[at] = isMine ? numbers[mine] : others.numbers[at - mine];
                mine += isMine ? 1 : 0;
            }
        }
        return new Aliases(both, all);
    }

    /// Collects them in ascending order.
    static final class Builder {
        private final Bits bits;
        private final Allowance allowance;
        private Ints numbers = new Ints();

        /// @param size how many rows or visitors there are
        Builder(int size, Allowance allowance) {
            this.bits = new Bits(size);
            this.allowance = allowance;
            allowance.take((long) bits.words.length * BYTES_PER_WORD);
        }

        /// @param local behind that of the one before
        void add(int local, int number) {
            allowance.take(Integer.BYTES);
            bits.set(local);
            numbers.add(number);
        }

        /// All that were added. The builder cannot be used any more.
        Aliases build() {
            int[] all = numbers.toArray();
            numbers = new Ints();
            return new Aliases(bits, all);
        }
    }
}
