package prisme.stats;

import java.util.List;
import java.util.stream.IntStream;
import prisme.columns.Part;

/// Finds the visitors that occur in more than one part. Each has the number that it has in the first of them.
///
/* Visitors are in no order that holds across parts. A first pass sets a bit for each, chosen by a hash of its key, and
 * a bit of a second set where the first was set already: whoever has no bit in the second set at the end occurs once,
 * and these are most. The rest is put into a table, a share at a time, as many as a small part of the memory holds; all
 * parts are read once for each share. */
final class SameVisitors {
    private static final long TABLE_SHARE = 16;
    private static final long BYTES_EACH = 48;
    private static final long LEAST = 50_000;
    private static final long BITS_SHARE = 32;
    private static final int BITS_EACH = 8;

    private final List<Part> parts;
    private final int[] bases;
    private final Allowance allowance;
    private final long[] high = new long[Keys.BLOCK];
    private final long[] low = new long[Keys.BLOCK];
    private final Bits again;
    private final int shift;

    /// What is done with each visitor of each part.
    private interface Step {
        void at(int part, int visitor, long keyHigh, long keyLow);
    }

    private SameVisitors(List<Part> parts, int[] bases, Allowance allowance) {
        this.parts = parts;
        this.bases = bases;
        this.allowance = allowance;
        long wanted = Math.min(Runtime.getRuntime().maxMemory() / BITS_SHARE, bases[parts.size()]) * BITS_EACH;
        this.shift = Math.clamp(Long.numberOfLeadingZeros(Math.max(wanted, 1)), 34, 58);
        this.again = new Bits(1 << Long.SIZE - shift);
    }

    /// @param bases the first number of each part, and behind them the end of all numbers
    static List<Numbering.Fixed> numberings(List<Part> parts, int[] bases, Allowance allowance) {
        return numberings(parts, bases, allowance,
                Math.max(LEAST, Runtime.getRuntime().maxMemory() / TABLE_SHARE / BYTES_EACH));
    }

    /// @param most how many may be in the table at once
    static List<Numbering.Fixed> numberings(List<Part> parts, int[] bases, Allowance allowance, long most) {
        SameVisitors same = new SameVisitors(parts, bases, allowance);
        int shares = (int) (same.countCandidates() / most) + 1;
        List<Aliases> found = same.find(0, shares);
        for (int share = 1; share < shares; share++) {
            found = together(found, same.find(share, shares));
        }
        return numberings(found, bases);
    }

    private static List<Aliases> together(List<Aliases> some, List<Aliases> others) {
        return IntStream.range(0, some.size()).mapToObj(i -> some.get(i).with(others.get(i))).toList();
    }

    private static List<Numbering.Fixed> numberings(List<Aliases> found, int[] bases) {
        return IntStream.range(0, found.size()).mapToObj(i -> new Numbering.Fixed(bases[i], found.get(i))).toList();
    }

    /// Counts those that have a bit in the second set. These may occur in several parts.
    private long countCandidates() {
        Bits once = new Bits(1 << Long.SIZE - shift);
        each((_, _, keyHigh, keyLow) -> {
            int bit = bit(keyHigh, keyLow);
            (once.get(bit) ? again : once).set(bit);
        });
        long[] count = {0};
        each((_, _, keyHigh, keyLow) -> count[0] += again.get(bit(keyHigh, keyLow)) ? 1 : 0);
        return count[0];
    }

    /// Finds, for each part, those of one share that occur in an earlier part.
    private List<Aliases> find(int share, int shares) {
        List<Aliases.Builder> builders = parts.stream()
                .map(part -> new Aliases.Builder(part.visitors(), allowance)).toList();
        KeyTable table = new KeyTable();
        Ints numbers = new Ints();
        each((part, visitor, keyHigh, keyLow) -> {
            if (again.get(bit(keyHigh, keyLow)) && share(keyHigh, keyLow, shares) == share) {
                int inTable = table.number(keyHigh, keyLow);
                if (inTable == numbers.size()) {
                    numbers.add(bases[part] + visitor);
                } else {
                    builders.get(part).add(visitor, numbers.get(inTable));
                }
            }
        });
        return builders.stream().map(Aliases.Builder::build).toList();
    }

    private void each(Step step) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            for (int from = 0; from < part.visitors(); from += Keys.BLOCK) {
                int count = Math.min(Keys.BLOCK, part.visitors() - from);
                part.visitorKeys(from, count, high, low);
                for (int k = 0; k < count; k++) {
                    step.at(i, from + k, high[k], low[k]);
                }
            }
        }
    }

    private int bit(long keyHigh, long keyLow) {
        return (int) (mixed(keyHigh, keyLow) >>> shift);
    }

    private static int share(long keyHigh, long keyLow, int shares) {
        return (int) ((mixed(keyLow, keyHigh) >>> 33) * shares >>> 31);
    }

    private static long mixed(long one, long other) {
        return (one + Long.rotateLeft(other, 32)) * 0x9e3779b97f4a7c15L;
    }
}
