package prisme.demo;

/// A random generator that gives the same numbers for the same seed (SplitMix64).
final class Dice {
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    long bits() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /// From 0 up to, not including, 1.
    double fraction() {
        return (bits() >>> 11) * UNIT;
    }

    /// From 0 up to, not including, `bound`.
    int below(int bound) {
        return (int) (fraction() * bound);
    }

    boolean happens(double probability) {
        return fraction() < probability;
    }

    /// An exponentially distributed time: short ones are common, long ones rare.
    double wait(double mean) {
        return -mean * Math.log(1 - fraction());
    }

    /// A rank from 0 up to, not including, `size`: the second is about half as common as the first, the third about a
    /// third as common, and so on.
    int rank(int size) {
        return (int) Math.exp(fraction() * Math.log(size + 1.0)) - 1;
    }
}
