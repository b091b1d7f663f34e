package prisme.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/// Hashes bytes with a random key, so that nobody outside can make up texts that all collide.
final class KeyedHash {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final long first = RANDOM.nextLong() | 1;
    private final long second = RANDOM.nextLong() | 1;

    long of(byte[] bytes, int from, int to) {
        long hash = second ^ (to - from);
        int at = from;
        for (; to - at >= Long.BYTES; at += Long.BYTES) {
            hash = mixed(hash, (long) LONG.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xff;
        }
        return mixed(mixed(hash, rest), second);
    }

    long of(long high, long low) {
        return mixed(mixed(second, high), low);
    }

    /* The two halves of a product of 128 bits, folded: every bit of one factor reaches every bit of the result. */
    private long mixed(long hash, long word) {
        long one = hash ^ first;
        long other = word ^ second;
        return one * other ^ Math.unsignedMultiplyHigh(one, other) ^ hash;
    }
}
