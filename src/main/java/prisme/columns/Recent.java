package prisme.columns;

import java.io.IOException;
import java.util.LinkedHashMap;

/// The unpacked blocks that were used last, as many as a small share of the memory holds.
final class Recent<B> {
    private static final int SHARE = 64;
    private static final int LEAST = 3;
    private static final int MOST = 128;

    /// Unpacks a block.
    interface Unpacking<B> {
        B block(int chunk) throws IOException;
    }

    private final Unpacking<B> unpacking;
    private final int most;
    private final LinkedHashMap<Integer, B> blocks = new LinkedHashMap<>(16, 0.75f, true);

    /// @param size about how many bytes an unpacked block takes
    Recent(int size, Unpacking<B> unpacking) {
        this.unpacking = unpacking;
        this.most = Math.clamp(Runtime.getRuntime().maxMemory() / SHARE / size, LEAST, MOST);
    }

    /// The block in which a row is.
    B of(int row) throws IOException {
        int chunk = row / Packing.ROWS;
        B known = blocks.get(chunk);
        if (known != null) {
            return known;
        }
        B unpacked = unpacking.block(chunk);
        if (blocks.size() == most) {
            blocks.pollFirstEntry();
        }
        blocks.put(chunk, unpacked);
        return unpacked;
    }
}
