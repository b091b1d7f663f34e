package prisme.columns;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The unpacked blocks of texts that were read last, of all files that share it, as far as they fit into their memory.
final class TextBlocks {
    private final long most;
    private final Map<Key, TextBlock> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    private record Key(SealedTexts texts, int block) {}

    /// @param most how many bytes of memory they may take
    TextBlocks(long most) {
        this.most = most;
    }

    synchronized Optional<TextBlock> find(SealedTexts texts, int block) {
        return Optional.ofNullable(blocks.get(new Key(texts, block)));
    }

    /// How many bytes of memory they take.
    synchronized long taken() {
        return taken;
    }

    /// Forgets those of a file that nobody reads any more. Each of them holds all that is known of its file.
    synchronized void forget(BlockFile file) {
        for (Iterator<Map.Entry<Key, TextBlock>> each = blocks.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Key, TextBlock> entry = each.next();
            if (entry.getKey().texts().isIn(file)) {
                taken -= entry.getValue().memory();
                each.remove();
            }
        }
    }

    synchronized void keep(SealedTexts texts, int block, TextBlock unpacked) {
        TextBlock before = blocks.put(new Key(texts, block), unpacked);
        taken += unpacked.memory() - (before == null ? 0 : before.memory());
        for (Iterator<TextBlock> each = blocks.values().iterator(); taken > most && each.hasNext(); ) {
            taken -= each.next().memory();
            each.remove();
        }
    }
}
