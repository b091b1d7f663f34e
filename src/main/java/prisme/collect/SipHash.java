package prisme.collect;

import java.security.SecureRandom;

/// [SipHash-2-4](https://www.aumasson.jp/siphash/siphash.pdf) of 8 bytes. Its results cannot be predicted without the
/// key, so nobody can choose addresses that all fall into one bucket.
///
/// @param k0 the first half of the secret key
/// @param k1 the second half
record SipHash(long k0, long k1) {
    private static final long LENGTH = (long) Long.BYTES << 56;

    /// A hash function with a random key.
    static SipHash random() {
        SecureRandom random = new SecureRandom();
        return new SipHash(random.nextLong(), random.nextLong());
    }

    /// The hash of the 8 bytes of `word`, least significant first.
    long hash(long word) {
        State state = new State(k0, k1);
        state.absorb(word);
        state.absorb(LENGTH);
        return state.finish();
    }

    /* Not allocated once compiled: it never leaves hash(), so the JIT compiler keeps its fields in registers. */
    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long k0, long k1) {
            v0 = k0 ^ 0x736f6d6570736575L;
            v1 = k1 ^ 0x646f72616e646f6dL;
            v2 = k0 ^ 0x6c7967656e657261L;
            v3 = k1 ^ 0x7465646279746573L;
        }

        void absorb(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xff;
            round();
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
