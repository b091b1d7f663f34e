package prisme.columns;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A cache of unpacked blocks, for all files that share it. Those that were used last are kept, as far as memory
/// allows.
final class Unpacked {
    private final long most;
    private final Map<Place, Block> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    /// What one block, or several that belong together, were unpacked to.
    interface Block {
        /// About how many bytes it takes, with what leads to it.
        int memory();
    }

    /// Unpacks a block.
    interface Unpacking<B extends Block> {
        B block() throws IOException;
    }

    /// @param block the number of the block, or of the first of those that belong together
    private record Place(BlockFile file, int block) {}

    /// @param most how many bytes of memory they may take
    Unpacked(long most) {
        this.most = most;
    }

    /// What a block was unpacked to; it is unpacked now where that is not kept.
    <B extends Block> B of(BlockFile file, int block, Class<B> type, Unpacking<B> unpacking) throws IOException {
        Optional<B> known = find(file, block).map(type::cast);
        if (known.isPresent()) {
            return known.get();
        }
        B unpacked = unpacking.block();
        keep(file, block, unpacked);
        return unpacked;
    }

    synchronized Optional<Block> find(BlockFile file, int block) {
        return Optional.ofNullable(blocks.get(new Place(file, block)));
    }

    /// How many bytes of memory they take.
    synchronized long taken() {
        return taken;
    }

    /// Drops the blocks of a file that is closed. Each of them would keep everything known of the file in memory.
    synchronized void forget(BlockFile file) {
        for (Iterator<Map.Entry<Place, Block>> each = blocks.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Place, Block> entry = each.next();
            if (entry.getKey().file() == file) {
                taken -= entry.getValue().memory();
                each.remove();
            }
        }
    }

    synchronized void keep(BlockFile file, int block, Block unpacked) {
        Block before = blocks.put(new Place(file, block), unpacked);
        taken += unpacked.memory() - (before == null ? 0 : before.memory());
        for (Iterator<Block> each = blocks.values().iterator(); taken > most && each.hasNext(); ) {
            taken -= each.next().memory();
            each.remove();
        }
    }
}
