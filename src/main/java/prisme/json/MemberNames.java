package prisme.json;

import java.nio.charset.StandardCharsets;

/// Remembers the names of members, so that many objects of the same kind share the same few strings. It is used by one
/// thread at a time.
public final class MemberNames {
    private static final int SLOTS = 256;
    private static final int LONGEST = 64;

    private final String[] slots = new String[SLOTS];

    /// The name that these bytes are in UTF-8, which must be valid.
    String of(byte[] bytes, int from, int length) {
        if (length == 0 || length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int slot = (length * 31 + bytes[from]) * 31 + bytes[from + length - 1] & SLOTS - 1;
        String last = slots[slot];
        if (last == null || !isSame(last, bytes, from, length)) {
            last = new String(bytes, from, length, StandardCharsets.UTF_8);
            slots[slot] = last;
        }
        return last;
    }

    /// Compares chars with bytes, so a name that is not all ASCII never matches and is made anew.
    private static boolean isSame(String name, byte[] bytes, int from, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
