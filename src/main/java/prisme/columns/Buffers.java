package prisme.columns;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Memory that files share. Buffers for the bytes of blocks are used again and again, as a question reads one block
/// after the other, and each only for a moment; there are never more of them than threads have read at the same time.
/// And what was unpacked is kept for whoever needs it next.
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

    /// A buffer of at least this length, with any contents. It belongs to the caller until it is given back.
    byte[] take(int length) {
        byte[] found = spare.poll();
        return found == null || found.length < length ? new byte[length] : found;
    }

    void giveBack(byte[] bytes) {
        spare.push(bytes);
    }
}
