package prisme.stats;

import java.io.UncheckedIOException;

/// How much memory may be taken for what is known of all parts as long as they do not change: it grows with what is
/// stored, which nothing bounds.
final class Allowance {
    private static final long MEBI = 1 << 20;
    private static final int SHARE = 4;

    private final long most;
    private long left;

    /// @param most in bytes
    Allowance(long most) {
        this.most = most;
        this.left = most;
    }

    /* What finding it out takes for a while, sessions, exports and the program itself want the rest. */
    /// A quarter of the heap.
    static Allowance ofThisProcess() {
        return new Allowance(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /// @throws UncheckedIOException by [TooLittleMemory], when there is not so much left
    void take(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw new UncheckedIOException(new TooLittleMemory("what is stored has outgrown the memory for statistics,"
                    + " which may take " + most / MEBI + " MB of the heap; start with a larger one: " + largerHeap()));
        }
    }

    /// How to start with a heap that is large enough, as far as can be known.
    static String largerHeap() {
        return "-Xmx" + recommended(Runtime.getRuntime().maxMemory()) / MEBI + "m";
    }

    /// The power of two that is at least twice this heap, of which some collectors count less than -Xmx says.
    static long recommended(long heap) {
        return Long.highestOneBit(heap - 1) * 4;
    }
}
