package prisme.stats;

/// Translates a part's own numbers of rows of sessions, or of visitors, into numbers that hold across all parts: the
/// same row or visitor has the same number wherever it occurs.
sealed interface Numbering {
    /// The number, across all parts, of what the part calls `local`.
    int number(int local);

    /// Sets in `into` the numbers of all that are set in `local`.
    void gather(Bits local, Bits into);

    /// Of a part that does not change: most have the number `base` + `local`, the others another part's ([Aliases]).
    ///
    /// @param base a multiple of 64
    record Fixed(int base, Aliases aliases) implements Numbering {
        @Override public int number(int local) {
            return aliases.has(local) ? aliases.number(local) : base + local;
        }

        @Override public void gather(Bits local, Bits into) {
            int baseWord = base >>> 6;
            for (int word = 0; word < local.words.length; word++) {
                long ofOthers = local.words[word] & aliases.word(word);
                into.words[baseWord + word] |= local.words[word] & ~ofOthers;
                for (long left = ofOthers; left != 0; left &= left - 1) {
                    into.set(aliases.number((word << 6) + Long.numberOfTrailingZeros(left)));
                }
            }
        }
    }

    /// Of a part that grows.
    ///
    /// @param places  where the number of each is found
    /// @param numbers may still change until [Inventory#joinVisitors]
    record Listed(Ints places, Ints numbers) implements Numbering {
        @Override public int number(int local) {
            return numbers.get(places.get(local));
        }

        @Override public void gather(Bits local, Bits into) {
            for (int i = 0; i < places.size(); i++) {
                if (local.get(i)) {
                    into.set(number(i));
                }
            }
        }
    }
}
