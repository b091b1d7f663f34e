package prisme.country;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Writes values as the data section and the metadata of a MaxMind database hold them.
///
/// A `String`, `Double`, `Float`, `Boolean`, `byte[]`, `List` and, for a signed number, `Integer` stand for themselves.
final class MmdbData {
    /// An unsigned number of a type: 5 for 16 bits, 6 for 32, 9 for 64, 10 for 128.
    record Unsigned(int type, BigInteger number) {
        static Unsigned of(int type, long number) {
            return new Unsigned(type, BigInteger.valueOf(number));
        }
    }

    /// A pointer to a place in the section, written with 1 to 4 bytes of target.
    record Pointer(int target, int width) {}

    /// A map: keys and values by turns. A key may be a pointer, or something that no key should be.
    record Fields(Object... keysAndValues) {}

    /// Bytes as they are, for what no writer would write.
    record Raw(int... bytes) {}

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// The place of the next value.
    int size() {
        return out.size();
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /// Writes a value with all that is inside it, and tells its place.
    int write(Object value) {
        int place = out.size();
        switch (value) {
            case String text -> payload(2, text.getBytes(StandardCharsets.UTF_8));
            case Double number -> payload(3, ByteBuffer.allocate(8).putDouble(number).array());
            case byte[] bytes -> payload(4, bytes);
            case Unsigned(int type, BigInteger number) -> payload(type, withoutZeros(number));
            case Fields(Object[] parts) -> container(7, parts.length / 2, List.of(parts));
            case Integer number -> payload(8, ByteBuffer.allocate(4).putInt(number).array());
            case List<?> items -> container(11, items.size(), items);
            case Boolean truth -> control(14, truth ? 1 : 0);
            case Float number -> payload(15, ByteBuffer.allocate(4).putFloat(number).array());
            case Pointer pointer -> pointer(pointer);
            case Raw(int[] bytes) -> raw(bytes);
            default -> throw new IllegalArgumentException("no value of the format: " + value);
        }
        return place;
    }

    /// A number may leave out its leading zeros, so zero has no bytes.
    private static byte[] withoutZeros(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private void container(int type, int size, List<?> values) {
        control(type, size);
        values.forEach(this::write);
    }

    private void payload(int type, byte[] bytes) {
        control(type, bytes.length);
        out.writeBytes(bytes);
    }

    private void control(int type, int size) {
        int code = size < 29 ? size : size < 285 ? 29 : size < 65_821 ? 30 : 31;
        out.write((type > 7 ? 0 : type) << 5 | code);
        if (type > 7) {
            out.write(type - 7);
        }
        switch (code) {
            case 29 -> number(size - 29, 1);
            case 30 -> number(size - 285, 2);
            case 31 -> number(size - 65_821, 3);
            default -> { /* The control byte has it. */ }
        }
    }

    private void pointer(Pointer pointer) {
        int width = pointer.width();
        int rest = pointer.target() - switch (width) {
            case 2 -> 2_048;
            case 3 -> 526_336;
            default -> 0;
        };
        int high = width == 4 ? 0 : rest >>> width * 8 & 7;
        out.write(1 << 5 | width - 1 << 3 | high);
        number(rest, width);
    }

    private void raw(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
    }

    private void number(int number, int width) {
        for (int shift = width * 8 - 8; shift >= 0; shift -= 8) {
            out.write(number >>> shift);
        }
    }
}
