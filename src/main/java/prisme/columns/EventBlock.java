package prisme.columns;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import prisme.columns.Layout.HiddenEventColumn;

/// A block of events. Its other columns are unpacked when they are first asked for.
record EventBlock(SealedPart part, int chunk, long[] seconds, int[] milliseconds, long[] sequences,
                  Map<EventColumn, int[]> columns) implements Unpacked.Block {
    private static final int NONE = -1;
    private static final int SIZE = Packing.ROWS
            * (2 * Long.BYTES + Integer.BYTES + EventColumn.values().length * Integer.BYTES);

    /// No block.
    static EventBlock none(SealedPart part) {
        return new EventBlock(part, NONE, new long[0], new int[0], new long[0], Map.of());
    }

    /// @throws LostBlock when it cannot be read
    static EventBlock of(SealedPart part, int chunk) throws IOException {
        Column seconds = part.column(HiddenEventColumn.SECOND);
        return seconds.unpacked(chunk, EventBlock.class, () -> new EventBlock(part, chunk, seconds.longs(chunk),
                part.column(HiddenEventColumn.MILLISECOND).ints(chunk), sequences(part, chunk),
                new EnumMap<>(EventColumn.class)));
    }

    /// The sequence numbers of its events.
    ///
    /// @throws LostBlock when they cannot be read
    static long[] sequences(SealedPart part, int chunk) throws IOException {
        long[] numbers = part.column(HiddenEventColumn.LOST_BEFORE).longs(chunk);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += part.firstSequence() + (long) chunk * Packing.ROWS + i;
        }
        return numbers;
    }

    /// @throws LostBlock when it cannot be read
    int value(EventColumn column, int row) throws IOException {
        int[] known = columns.get(column);
        if (known == null) {
            known = part.column(column).ints(chunk);
            columns.put(column, known);
        }
        return known[row % Packing.ROWS];
    }

    @Override public int memory() {
        return SIZE;
    }
}
