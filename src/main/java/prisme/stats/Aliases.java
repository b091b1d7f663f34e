package prisme.stats;

/// Those of a part's rows or visitors that stand for the same as one elsewhere, and its number.
///
/* A bit for each, and the numbers of those whose bit is set in a row; how many are set before a word is kept for each
 * word, so that a number is found by counting the bits within one. */
final class Aliases {
    private final Bits bits;
    private final int[] before;
    private final int[] numbers;

    private Aliases(Bits bits, int[] before, int[] numbers) {
        this.bits = bits;
        this.before = before;
        this.numbers = numbers;
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

    /// The number of one that there is.
    int number(int local) {
        return numbers[rank(local)];
    }

    /// Collects them in any order.
    static final class Builder {
        private final Bits bits;
        private final Ints locals = new Ints();
        private final Ints numbers = new Ints();

        Builder(int size) {
            this.bits = new Bits(size);
        }

        void add(int local, int number) {
            bits.set(local);
            locals.add(local);
            numbers.add(number);
        }

        Aliases build() {
            int[] before = new int[bits.words.length];
            for (int word = 1; word < before.length; word++) {
                before[word] = before[word - 1] + Long.bitCount(bits.words[word - 1]);
            }
            int[] inOrder = new int[locals.size()];
            Aliases aliases = new Aliases(bits, before, inOrder);
            for (int i = 0; i < locals.size(); i++) {
                inOrder[aliases.rank(locals.get(i))] = numbers.get(i);
            }
            return aliases;
        }
    }

    private int rank(int local) {
        int word = local >>> 6;
        return before[word] + Long.bitCount(bits.words[word] & (1L << local) - 1);
    }
}
