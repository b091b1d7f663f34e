package prisme.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A growing column of whole numbers. Each takes as many bytes (1, 2 or 4) as the largest one so far needs, which for
/// most columns is one.
final class Numbers {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final int FIRST_ROOM = 64;

    private byte[] bytes = new byte[FIRST_ROOM];
    private int width = 1;
    private int size;

    int size() {
        return size;
    }

    void add(int value) {
        widenFor(value);
        if ((size + 1) * width > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length + bytes.length / 2 / Integer.BYTES * Integer.BYTES);
        }
        put(size++, value);
    }

    void set(int index, int value) {
        widenFor(value);
        put(index, value);
    }

    int get(int index) {
        return switch (width) {
            case 1 -> bytes[index] & 0xff;
            case 2 -> (short) SHORT.get(bytes, index * 2) & 0xffff;
            default -> (int) INT.get(bytes, index * 4);
        };
    }

    void read(int from, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = get(from + i);
        }
    }

    private void put(int index, int value) {
        switch (width) {
            case 1 -> bytes[index] = (byte) value;
            case 2 -> SHORT.set(bytes, index * 2, (short) value);
            default -> INT.set(bytes, index * 4, value);
        }
    }

    private void widenFor(int value) {
        int needed = value >>> 8 == 0 ? 1 : value >>> 16 == 0 ? 2 : 4;
        if (needed > width) {
            int[] values = new int[size];
            read(0, size, values);
            width = needed;
            bytes = new byte[Math.max(FIRST_ROOM, (size + size / 2) * width)];
            for (int i = 0; i < size; i++) {
                put(i, values[i]);
            }
        }
    }
}
