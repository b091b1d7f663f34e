package prisme.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/// A quick hash of 64 bits with a random key of its own, so that nobody outside can make up texts that all collide. May
/// be used by any thread.
public final class KeyedHash {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHARS = Long.BYTES / Character.BYTES;

    private final long first = RANDOM.nextLong() | 1;
    private final long second = RANDOM.nextLong() | 1;

    /// The hash of the bytes from one place up to another one.
    public long of(byte[] bytes, int from, int to) {
        long hash = second ^ (to - from);
        int at = from;
        for (; to - at >= Long.BYTES; at += Long.BYTES) {
            hash = mixed(hash, (long) LONG.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << Byte.SIZE | bytes[at] & 0xff;
        }
        return mixed(mixed(hash, rest), second);
    }

    /// The hash of a text. That of its bytes is another one.
    public long of(String text) {
        long hash = second ^ text.length();
        int at = 0;
        for (; text.length() - at >= CHARS; at += CHARS) {
            hash = mixed(hash, packed(text, at, at + CHARS));
        }
        return mixed(mixed(hash, packed(text, at, text.length())), second);
    }

    /// The hash of two numbers.
    public long of(long high, long low) {
        return mixed(mixed(second, high), low);
    }

    private static long packed(String text, int from, int to) {
        long packed = 0;
        for (int at = from; at < to; at++) {
            packed = packed << Character.SIZE | text.charAt(at);
        }
        return packed;
    }

    /* The two halves of a product of 128 bits, folded: every bit of one factor reaches every bit of the result. */
    private long mixed(long hash, long word) {
        long one = hash ^ first;
        long other = word ^ second;
        return one * other ^ Math.unsignedMultiplyHigh(one, other) ^ hash;
    }
}
