package prisme.columns;

import prisme.hash.KeyedHash;

/// The different visitor ids, numbered in the order in which they first came.
///
/* Ids that are their key and ids that are texts are looked up apart: a site might give as an id what looks like the key
 * of another one, and both have to come back as they were. */
final class VisitorIds {
    private static final int IS_KEY = 0;

    private final KeyedHash hash = new KeyedHash();
    private final Longs high = new Longs();
    private final Longs low = new Longs();
    /// 0 where the key is the id, else 1 + the code of its text.
    private final Numbers kinds = new Numbers();
    private final Dictionary texts = new Dictionary();
    private final Numbers ofTexts = new Numbers();
    private Slots slots = new Slots(16);

    /// The number of a visitor id, which is added where it is new.
    int number(String id) {
        return VisitorKey.holds(id) ? numberOf(VisitorKey.of(id)) : numberOfText(id);
    }

    int size() {
        return kinds.size();
    }

    String text(int visitor) {
        return isKey(visitor) ? key(visitor).text() : texts.text(kinds.get(visitor) - 1);
    }

    boolean isKey(int visitor) {
        return kinds.get(visitor) == IS_KEY;
    }

    VisitorKey key(int visitor) {
        return new VisitorKey(high.get(visitor), low.get(visitor));
    }

    void keys(int from, int count, long[] highs, long[] lows) {
        high.read(from, count, highs);
        low.read(from, count, lows);
    }

    /// The texts of the ids that are not their key.
    Dictionary texts() {
        return texts;
    }

    /// The visitor whose id is a text.
    int ofText(int code) {
        return ofTexts.get(code);
    }

    private int numberOf(VisitorKey key) {
        for (int slot = slots.first(hash.of(key.high(), key.low())); ; slot = slots.next(slot)) {
            int visitor = slots.at(slot);
            if (visitor == Slots.EMPTY) {
                slots.put(slot, size());
                return add(key, IS_KEY);
            }
            if (isKey(visitor) && high.get(visitor) == key.high() && low.get(visitor) == key.low()) {
                return visitor;
            }
        }
    }

    private int numberOfText(String id) {
        int code = texts.code(id);
        if (code < ofTexts.size()) {
            return ofTexts.get(code);
        }
        VisitorKey key = VisitorKey.of(id);
        int slot = slots.first(hash.of(key.high(), key.low()));
        while (slots.at(slot) != Slots.EMPTY) {
            slot = slots.next(slot);
        }
        slots.put(slot, size());
        ofTexts.add(size());
        return add(key, code + 1);
    }

    private int add(VisitorKey key, int kind) {
        high.add(key.high());
        low.add(key.low());
        kinds.add(kind);
        if (slots.isFullWith(size())) {
            slots = slots.larger(visitor -> hash.of(high.get(visitor), low.get(visitor)));
        }
        return size() - 1;
    }
}
