package prisme.stats;

import java.io.UncheckedIOException;

/// How much memory may be taken for what is kept of all sealed parts. It grows with what is stored, and nothing bounds
/// that.
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

    /* The rest is for answering, for sessions, for exports and for the program itself. */
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

    /// The option that makes the heap large enough, as far as that can be known.
    static String largerHeap() {
        return "-Xmx" + recommended(Runtime.getRuntime().maxMemory()) / MEBI + "m";
    }

    /// The next power of two that is at least twice this heap. Some garbage collectors report less than -Xmx says.
    static long recommended(long heap) {
        return Long.highestOneBit(heap - 1) * 4;
    }
}
