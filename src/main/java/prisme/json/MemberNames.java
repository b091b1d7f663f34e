package prisme.json;

import java.nio.charset.StandardCharsets;

/// Remembers names of members, so that those of many objects that are alike are the same few strings. For one thread
/// at a time.
public final class MemberNames {
    private static final int SLOTS = 256;
    private static final int LONGEST = 64;

    private final String[] slots = new String[SLOTS];

    /// The name of these bytes, which are valid UTF-8.
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

    /// A name with other characters than those of ASCII is like no bytes.
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
