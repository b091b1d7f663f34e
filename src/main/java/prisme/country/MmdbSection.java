package prisme.country;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Reads the values in a part of a database file: the data section, or the metadata.
///
/// Every byte that is read is inside the section, whatever the file says. The following of pointers and the depth of
/// nesting are bounded, and so is the total number of values that are read, because with values that overlap a small
/// file could take very long to read.
final class MmdbSection {
    /// How deep values may be nested. Real databases need 4.
    static final int MAX_DEPTH = 32;
    private static final int SIZE_FOLLOWS = 28;
    private static final long VALUES_PER_BYTE = 16;
    private static final long VALUES_AT_LEAST = 1_000_000;

    private final MemorySegment bytes;
    private final long place;
    private long valuesLeft;

    /// @param bytes the section alone
    /// @param place where it starts in the file, for messages
    MmdbSection(MemorySegment bytes, long place) {
        this.bytes = bytes;
        this.place = place;
        this.valuesLeft = VALUES_AT_LEAST + VALUES_PER_BYTE * bytes.byteSize();
    }

    long size() {
        return bytes.byteSize();
    }

    /// The value at this place, or the one that a pointer at this place leads to.
    MmdbValue resolve(long at) {
        MmdbValue value = value(at);
        if (value.type() != MmdbType.POINTER) {
            return value;
        }
        MmdbValue target = value(value.size());
        if (target.type() == MmdbType.POINTER) {
            throw damage(at, "a pointer to a pointer");
        }
        return target;
    }

    /// The place after the value at this place, with all that is inside it.
    long skip(long at, int depth) {
        MmdbValue value = value(at);
        return switch (value.type()) {
            case MAP -> skipAll(value, 2 * value.size(), depth);
            case ARRAY -> skipAll(value, value.size(), depth);
            default -> value.end();
        };
    }

    private long skipAll(MmdbValue container, long values, int depth) {
        if (depth >= MAX_DEPTH) {
            throw damage(container.place(), "values nested deeper than " + MAX_DEPTH);
        }
        long at = container.payload();
        for (long i = 0; i < values; i++) {
            at = skip(at, depth + 1);
        }
        return at;
    }

    /// Finds the values of some keys in a map, and checks the structure of all that is inside it.
    ///
    /// @return for each key the place of its value, or -1
    long[] find(MmdbValue map, String... keys) {
        long[] places = new long[keys.length];
        Arrays.fill(places, -1);
        long at = map.payload();
        for (long i = 0; i < map.size(); i++) {
            MmdbValue key = resolve(at);
            if (key.type() != MmdbType.STRING) {
                throw damage(at, "a map's key is no text");
            }
            at = value(at).end();
            note(key, keys, at, places);
            at = skip(at, 1);
        }
        return places;
    }

    private void note(MmdbValue key, String[] keys, long valueAt, long[] places) {
        for (int i = 0; i < keys.length; i++) {
            if (isText(key, keys[i])) {
                places[i] = valueAt;
            }
        }
    }

    private boolean isText(MmdbValue value, String ascii) {
        boolean equal = value.size() == ascii.length();
        for (int i = 0; equal && i < ascii.length(); i++) {
            equal = unsignedByte(value.payload() + i) == ascii.charAt(i);
        }
        return equal;
    }

    /// The bytes of a number, highest first, as one number.
    long number(MmdbValue value) {
        return bigEndian(value.payload(), (int) value.size());
    }

    /// The ASCII of a text, for messages: other bytes are left out, and so is what is longer than the limit.
    String printable(MmdbValue value, int limit) {
        StringBuilder text = new StringBuilder();
        for (long i = 0; i < Math.min(value.end() - value.payload(), limit); i++) {
            int c = unsignedByte(value.payload() + i);
            if (c >= ' ' && c < 127) {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    int unsignedByte(long at) {
        if (at < 0 || at >= bytes.byteSize()) {
            throw damage(at, "a value reaches past the end of its section");
        }
        return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }

    MmdbRefusal damage(long at, String problem) {
        return MmdbRefusal.damage(place + at, problem);
    }

    /// The head of the value at this place, whose contents are checked to be inside the section.
    MmdbValue value(long at) {
        if (valuesLeft-- <= 0) {
            throw damage(at, "values that overlap without end");
        }
        int control = unsignedByte(at);
        int number = control >>> 5;
        return number == MmdbType.POINTER.ordinal() ? pointer(at, control) : sized(at, control, number);
    }

    private MmdbValue pointer(long at, int control) {
        int width = (control >>> 3 & 3) + 1;
        long bits = bigEndian(at + 1, width);
        long high = (long) (control & 7) << width * Byte.SIZE;
        long target = switch (width) {
            case 1 -> high | bits;
            case 2 -> (high | bits) + 2_048;
            case 3 -> (high | bits) + 526_336;
            default -> bits;
        };
        if (target >= bytes.byteSize()) {
            throw damage(at, "a pointer to outside of its section");
        }
        return new MmdbValue(MmdbType.POINTER, at, target, at + 1 + width);
    }

    private MmdbValue sized(long at, int control, int number) {
        long payload = at + 1;
        MmdbType type = MmdbType.of(number);
        if (type == MmdbType.EXTENDED) {
            type = extended(payload++);
        }
        int width = Math.max(0, (control & 31) - SIZE_FOLLOWS);
        long size = size(control & 31, payload, width);
        MmdbValue value = new MmdbValue(type, at, size, payload + width);
        checkExtent(value);
        return value;
    }

    /// A size below 29 is in the control byte itself; else one, two or three bytes follow and continue the count.
    private long size(int code, long at, int width) {
        return switch (width) {
            case 0 -> code;
            case 1 -> 29 + bigEndian(at, width);
            case 2 -> 285 + bigEndian(at, width);
            default -> 65_821 + bigEndian(at, width);
        };
    }

    private void checkExtent(MmdbValue value) {
        if (!value.type().allows(value.size())) {
            throw damage(value.place(), "a value of type " + value.type() + " with the size " + value.size());
        }
        if (value.end() > bytes.byteSize()) {
            throw damage(value.place(), "a value reaches past the end of its section");
        }
    }

    private MmdbType extended(long at) {
        int number = unsignedByte(at) + MmdbType.FIRST_EXTENDED - 1;
        if (number < MmdbType.FIRST_EXTENDED || number >= MmdbType.count() || !MmdbType.of(number).isStored()) {
            throw damage(at, "a value of an unknown type");
        }
        return MmdbType.of(number);
    }

    private long bigEndian(long at, int width) {
        long number = 0;
        for (int i = 0; i < width; i++) {
            number = number << Byte.SIZE | unsignedByte(at + i);
        }
        return number;
    }
}
