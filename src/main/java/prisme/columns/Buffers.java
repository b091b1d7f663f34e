package prisme.columns;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Room for the bytes of blocks, which is used again and again: a question reads a block after the other, and looks at
/// each for a moment. There is never more of it than threads have read at the same time.
public final class Buffers {
    private final Deque<byte[]> spare = new ConcurrentLinkedDeque<>();

    /// Room for so many bytes or more, whatever is in it. It belongs to whoever took it until it is given back.
    byte[] take(int length) {
        byte[] found = spare.poll();
        return found == null || found.length < length ? new byte[length] : found;
    }

    void giveBack(byte[] bytes) {
        spare.push(bytes);
    }
}
