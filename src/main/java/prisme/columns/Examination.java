package prisme.columns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import prisme.columns.Corruption.Cost;
import prisme.columns.Head.Block;
import prisme.columns.Head.Finding;

/// Opens a file of columns and checks every byte of it: both heads, each block, and the parity. Damaged blocks are
/// restored where that is possible.
final class Examination {
    private static final int WINDOW = 256 * 1024;

    private final Path path;
    private final Sectors sectors;
    private final long size;
    private final Buffers buffers;
    private final Consumer<Corruption> corruptions;

    private Examination(Path path, Sectors sectors, Buffers buffers, Consumer<Corruption> corruptions)
            throws IOException {
        this.path = path;
        this.sectors = sectors;
        this.buffers = buffers;
        this.size = sectors.size();
        this.corruptions = corruptions;
    }

    /// What came of opening a file.
    sealed interface Result {
        /// @param lost blocks that cannot be read
        record Readable(BlockFile file, List<Integer> lost) implements Result {}

        /// Neither of its heads can be read.
        record Unreadable() implements Result {}

        /// Written by a later version of Prisme.
        record Newer(int version) implements Result {}
    }

    /// @param sectors     of the file, closed unless it can be read
    /// @param buffers     for whoever reads the file
    /// @param corruptions told of all that is damaged
    static Result of(Path path, Sectors sectors, Buffers buffers, Consumer<Corruption> corruptions) throws IOException {
        Result result = new Result.Unreadable();
        try {
            result = new Examination(path, sectors, buffers, corruptions).run();
            return result;
        } finally {
            if (!(result instanceof Result.Readable)) {
                sectors.close();
            }
        }
    }

    /// What the head of a file says, or its copy at the end where the head is damaged. Nothing else is read.
    static Finding head(Path path) throws IOException {
        try (Sectors sectors = Sectors.of(path)) {
            return head(path, sectors);
        }
    }

    static Finding head(Path path, Sectors sectors) throws IOException {
        Examination examination = new Examination(path, sectors, new Buffers(), _ -> { });
        Finding first = examination.head(0);
        return first instanceof Finding.Damaged ? examination.head(examination.lastHead()) : first;
    }

    /// Whether a file begins with a whole head of a version that can be read.
    static boolean isKnown(Path path) throws IOException {
        try (Sectors sectors = Sectors.of(path)) {
            Examination examination = new Examination(path, sectors, new Buffers(), _ -> { });
            int length = examination.firstLength();
            return length >= 0 && Head.isKnown(examination.bytes(0, length));
        }
    }

    private int firstLength() throws IOException {
        return size < Head.START ? -1 : Head.length(bytes(0, Head.START), size);
    }

    private Result run() throws IOException {
        Finding first = head(0);
        Finding last = head(lastHead());
        return switch (first) {
            case Finding.Newer(int version) -> new Result.Newer(version);
            case Finding.Whole(Head head) -> {
                compareWithLast(head);
                yield blocks(head);
            }
            case Finding.Damaged() -> switch (last) {
                case Finding.Newer(int version) -> new Result.Newer(version);
                case Finding.Whole(Head head) -> {
                    corruptions.accept(new Corruption(0, head.encode().length, Cost.NOTHING,
                            "the head is damaged; it was read from its copy"));
                    yield blocks(head);
                }
                case Finding.Damaged() -> new Result.Unreadable();
            };
        };
    }

    private Finding head(long at) throws IOException {
        if (at < 0 || size - at < Head.START) {
            return new Finding.Damaged();
        }
        int length = Head.length(bytes(at, Head.START), size - at);
        Finding finding = length < 0 ? new Finding.Damaged() : Head.decode(bytes(at, length));
        return finding instanceof Finding.Whole(Head head) && !new Layout(head).isTrue() ? new Finding.Damaged()
                : finding;
    }

    private long lastHead() throws IOException {
        long trailer = size - Integer.BYTES;
        return trailer < 0 ? -1 : trailer - (int) Packing.INT.get(bytes(trailer, Integer.BYTES), 0);
    }

    /* With the bytes that the file begins with: another version may have written what we would write otherwise. */
    private void compareWithLast(Head head) throws IOException {
        int length = firstLength();
        byte[] copy = bytes(0, length + Integer.BYTES);
        Packing.INT.set(copy, length, length);
        long from = dataEnd(head) + head.strip();
        boolean isThere = size == from + copy.length && Arrays.equals(copy, bytes(from, copy.length));
        if (!isThere) {
            corruptions.accept(new Corruption(Math.min(from, size), Math.max(from + copy.length, size),
                    Cost.NOTHING, "the copy of the head is damaged; nothing is lost"));
        }
    }

    private static long dataEnd(Head head) {
        return head.blocks().isEmpty() ? head.encode().length : head.blocks().getLast().to();
    }

    private Result blocks(Head head) throws IOException {
        BlockFile file = new BlockFile(path, head, sectors, buffers);
        List<Integer> damaged = damaged(head);
        return new Result.Readable(file, damaged.isEmpty() && isParityWhole(file) ? List.of() : lost(damaged, file));
    }

    private List<Integer> damaged(Head head) throws IOException {
        List<Integer> damaged = new ArrayList<>();
        byte[] window = {};
        long start = 0;
        for (int i = 0; i < head.blocks().size(); i++) {
            Block block = head.blocks().get(i);
            if (block.to() > start + window.length) {
                start = block.from();
                window = bytes(start, (int) Math.min(Math.max(WINDOW, block.length()), dataEnd(head) - start));
            }
            if (Head.checksum(window, (int) (block.from() - start), block.length()) != block.checksum()) {
                damaged.add(i);
            }
        }
        return damaged;
    }

    private List<Integer> lost(List<Integer> damaged, BlockFile file) throws IOException {
        Head head = file.head();
        byte[] parity = bytes(dataEnd(head), head.strip());
        if (!isParityWhole(file)) {
            corruptions.accept(new Corruption(dataEnd(head), dataEnd(head) + head.strip(),
                    Cost.NOTHING, "the parity is damaged; nothing is lost by that"));
        }
        List<Integer> lost = new ArrayList<>();
        for (int index : damaged) {
            Block block = head.blocks().get(index);
            boolean isRestored = file.restore(index, parity);
            corruptions.accept(isRestored
                    ? new Corruption(block.from(), block.to(), Cost.NOTHING,
                            "a block is damaged; it was restored from the others")
                    : new Corruption(block.from(), block.to(), Cost.EVENTS, "a block is unreadable"));
            if (!isRestored) {
                lost.add(index);
            }
        }
        return lost;
    }

    private boolean isParityWhole(BlockFile file) throws IOException {
        byte[] parity = bytes(dataEnd(file.head()), file.head().strip());
        return Head.checksum(parity, 0, parity.length) == file.head().parity();
    }

    /// Bytes of the file, with zeros in place of those that it does not have.
    private byte[] bytes(long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        sectors.read(from, bytes, 0, length);
        return bytes;
    }
}
