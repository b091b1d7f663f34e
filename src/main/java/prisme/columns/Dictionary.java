package prisme.columns;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import prisme.hash.KeyedHash;

/// The different texts of a field, with codes in the order in which they first came. All texts are in one array, one
/// behind the other.
final class Dictionary implements Texts {
    private final KeyedHash hash = new KeyedHash();
    private byte[] bytes = new byte[256];
    private final Numbers ends = new Numbers();
    private Slots slots = new Slots(16);

    /// The code of a text, which is added where it is new.
    int code(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        long key = hash.of(wanted, 0, wanted.length);
        for (int slot = slots.first(key); ; slot = slots.next(slot)) {
            int code = slots.at(slot);
            if (code == Slots.EMPTY) {
                add(wanted);
                slots.put(slot, size() - 1);
                growSlots();
                return size() - 1;
            }
            if (Arrays.equals(bytes, start(code), ends.get(code), wanted, 0, wanted.length)) {
                return code;
            }
        }
    }

    @Override public int size() {
        return ends.size();
    }

    @Override public boolean isSorted() {
        return false;
    }

    @Override public String text(int code) {
        return new String(bytes, start(code), ends.get(code) - start(code), StandardCharsets.UTF_8);
    }

    @Override public byte[] bytes(int code) {
        return Arrays.copyOfRange(bytes, start(code), ends.get(code));
    }

    /// Compares two texts by their bytes.
    int compare(int one, int other) {
        return Arrays.compareUnsigned(bytes, start(one), ends.get(one), bytes, start(other), ends.get(other));
    }

    /// How many bytes a text has.
    int length(int code) {
        return ends.get(code) - start(code);
    }

    private int start(int code) {
        return code == 0 ? 0 : ends.get(code - 1);
    }

    private void add(byte[] text) {
        int end = start(size());
        if (bytes.length - end < text.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end + text.length, bytes.length + bytes.length / 2));
        }
        System.arraycopy(text, 0, bytes, end, text.length);
        ends.add(end + text.length);
    }

    private void growSlots() {
        if (slots.isFullWith(size())) {
            slots = slots.larger(code -> hash.of(bytes, start(code), ends.get(code)));
        }
    }
}
