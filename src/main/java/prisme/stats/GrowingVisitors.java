package prisme.stats;

import java.util.ArrayList;
import java.util.List;
import prisme.columns.Part;

/// The visitors of the parts that grow. Each is looked for once in every part that does not change, as soon as that
/// part matters to a question.
final class GrowingVisitors {
    private final List<Part> sealed;
    private final Links links;
    private final int[] asked;
    private final KeyTable visitors = new KeyTable();
    private final Ints numbers = new Ints();
    private final List<Ints> ofParts = new ArrayList<>();
    private final long[] high = new long[Keys.BLOCK];
    private final long[] low = new long[Keys.BLOCK];

    GrowingVisitors(List<Part> sealed, Links links) {
        this.sealed = sealed;
        this.links = links;
        this.asked = new int[sealed.size()];
    }

    /// Takes note of the visitors that a growing part got since it was last looked at.
    ///
    /// @param index the part's index among those that grow
    /// @param base  the number of its first visitor; the others follow
    void follow(int index, Part part, int base) {
        if (index == ofParts.size()) {
            ofParts.add(new Ints());
        }
        Ints ofPart = ofParts.get(index);
        while (ofPart.size() < part.visitors()) {
            int from = ofPart.size();
            int count = Math.min(Keys.BLOCK, part.visitors() - from);
            part.visitorKeys(from, count, high, low);
            for (int i = 0; i < count; i++) {
                int place = visitors.number(high[i], low[i]);
                if (place == numbers.size()) {
                    numbers.add(base + from + i);
                }
                ofPart.add(place);
            }
        }
    }

    /// Gives those visitors that also are in a part that does not change the number they have there. Several threads
    /// may do this at the same time for different parts: a visitor in several of these has the same number in all.
    ///
    /// @param index the part's index among those that do not change
    void join(int index) {
        if (asked[index] == visitors.size()) {
            return;
        }
        Part part = sealed.get(index);
        long[] keysHigh = new long[Keys.BLOCK];
        long[] keysLow = new long[Keys.BLOCK];
        for (int from = 0; from < part.visitors(); from += Keys.BLOCK) {
            int count = Math.min(Keys.BLOCK, part.visitors() - from);
            part.visitorKeys(from, count, keysHigh, keysLow);
            for (int i = 0; i < count; i++) {
                int place = visitors.find(keysHigh[i], keysLow[i]);
                if (place >= asked[index]) {
                    numbers.set(place, links.visitors().get(index).number(from + i));
                }
            }
        }
        asked[index] = visitors.size();
    }

    Numbering numbering(int index) {
        return new Numbering.Listed(ofParts.get(index), numbers);
    }
}
