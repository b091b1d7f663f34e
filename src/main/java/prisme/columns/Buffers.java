package prisme.columns;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Memory that files share. Room for the bytes of blocks is used again and again: a question reads a block after the
/// other, and looks at each for a moment. There is never more of it than threads have read at the same time. And what
/// was unpacked is kept for the next one who wants it.
public final class Buffers {
    private static final int SHARE = 16;

    private final Deque<byte[]> spare = new ConcurrentLinkedDeque<>();
    private final Unpacked unpacked;

    /// With a sixteenth of the heap for what was unpacked.
    public Buffers() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /// @param mostUnpacked how many bytes may be kept of what was unpacked
    public Buffers(long mostUnpacked) {
        this.unpacked = new Unpacked(mostUnpacked);
    }

    Unpacked unpacked() {
        return unpacked;
    }

    /// Room for so many bytes or more, whatever is in it. It belongs to whoever took it until it is given back.
    byte[] take(int length) {
        byte[] found = spare.poll();
        return found == null || found.length < length ? new byte[length] : found;
    }

    void giveBack(byte[] bytes) {
        spare.push(bytes);
    }
}
