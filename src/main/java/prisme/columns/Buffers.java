package prisme.columns;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Memory that files share. Room for the bytes of blocks is used again and again: a question reads a block after the
/// other, and looks at each for a moment. There is never more of it than threads have read at the same time. And blocks
/// of texts are kept for the next one who wants one of them.
public final class Buffers {
    private static final int SHARE = 16;

    private final Deque<byte[]> spare = new ConcurrentLinkedDeque<>();
    private final TextBlocks texts;

    /// With a sixteenth of the heap for texts.
    public Buffers() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /// @param mostTexts how many bytes blocks of texts may take
    public Buffers(long mostTexts) {
        this.texts = new TextBlocks(mostTexts);
    }

    TextBlocks texts() {
        return texts;
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
