package prisme.stats;

import java.util.ArrayList;
import java.util.List;
import prisme.columns.Part;

/// The visitors of parts that grow. Each is looked for once among those of the parts that do not change.
final class GrowingVisitors {
    private static final int WINDOW = 1024;

    private final Links links;
    private final List<KeyIndex> indexes = new ArrayList<>();
    private final KeyTable visitors = new KeyTable();
    private final Ints numbers = new Ints();
    private final List<Ints> ofParts = new ArrayList<>();
    private final long[] high = new long[WINDOW];
    private final long[] low = new long[WINDOW];

    GrowingVisitors(List<Part> sealed, Links links) {
        this.links = links;
        sealed.forEach(part -> indexes.add(new KeyIndex(new Keys(part, Keys.Of.VISITORS))));
    }

    /// Takes note of the visitors that a growing part got since it was last looked at.
    ///
    /// @param index the how manieth of the growing parts it is
    /// @param base  what the numbers of its new visitors begin at
    void follow(int index, Part part, int base) {
        if (index == ofParts.size()) {
            ofParts.add(new Ints());
        }
        Ints ofPart = ofParts.get(index);
        while (ofPart.size() < part.visitors()) {
            int from = ofPart.size();
            int count = Math.min(WINDOW, part.visitors() - from);
            part.visitorKeys(from, count, high, low);
            for (int i = 0; i < count; i++) {
                ofPart.add(number(high[i], low[i], base + from + i));
            }
        }
    }

    Numbering numbering(int index) {
        return new Numbering.Listed(ofParts.get(index));
    }

    private int number(long keyHigh, long keyLow, int asNew) {
        int known = visitors.number(keyHigh, keyLow);
        if (known == numbers.size()) {
            numbers.add(numberAmongSealed(keyHigh, keyLow, asNew));
        }
        return numbers.get(known);
    }

    private int numberAmongSealed(long keyHigh, long keyLow, int asNew) {
        for (int i = indexes.size() - 1; i >= 0; i--) {
            int visitor = indexes.get(i).find(keyHigh, keyLow);
            if (visitor >= 0) {
                return links.visitors().get(i).number(visitor);
            }
        }
        return asNew;
    }
}
