package prisme.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import prisme.columns.Part;

/// Finds the visitors that occur in more than one part. Each goes by its number in the first of them.
///
/* Visitors are in no order that holds across parts. So they are put into a table, a share of them at a time, as many
 * as a small part of the memory holds: a share is those whose key falls into it, and all parts are read once for each.
 * */
final class SameVisitors {
    private static final int MEMORY_SHARE = 16;
    private static final int BYTES_EACH = 48;
    private static final long LEAST = 50_000;

    private final List<Part> parts;
    private final int[] bases;
    private final List<Aliases.Builder> builders = new ArrayList<>();
    private final long[] high = new long[Keys.BLOCK];
    private final long[] low = new long[Keys.BLOCK];

    private SameVisitors(List<Part> parts, int[] bases) {
        this.parts = parts;
        this.bases = bases;
        parts.forEach(part -> builders.add(new Aliases.Builder(part.visitors())));
    }

    /// @param bases what the numbers of each part begin at
    static List<Numbering.Fixed> numberings(List<Part> parts, int[] bases) {
        long most = Math.max(LEAST, Runtime.getRuntime().maxMemory() / MEMORY_SHARE / BYTES_EACH);
        return numberings(parts, bases, (int) (bases[parts.size()] / most) + 1);
    }

    static List<Numbering.Fixed> numberings(List<Part> parts, int[] bases, int shares) {
        SameVisitors same = new SameVisitors(parts, bases);
        for (int share = 0; share < shares; share++) {
            same.find(share, shares);
        }
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Numbering.Fixed(bases[i], same.builders.get(i).build())).toList();
    }

    private void find(int share, int shares) {
        KeyTable table = new KeyTable();
        Ints numbers = new Ints();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            for (int from = 0; from < part.visitors(); from += Keys.BLOCK) {
                int count = Math.min(Keys.BLOCK, part.visitors() - from);
                part.visitorKeys(from, count, high, low);
                for (int k = 0; k < count; k++) {
                    if (share(high[k], low[k], shares) == share) {
                        add(i, from + k, table.number(high[k], low[k]), numbers);
                    }
                }
            }
        }
    }

    private void add(int part, int visitor, int inTable, Ints numbers) {
        if (inTable == numbers.size()) {
            numbers.add(bases[part] + visitor);
        } else {
            builders.get(part).add(visitor, numbers.get(inTable));
        }
    }

    private static int share(long high, long low, int shares) {
        long mixed = (high + low) * 0x9e3779b97f4a7c15L;
        return (int) ((mixed >>> 33) * shares >>> 31);
    }
}
