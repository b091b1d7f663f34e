package prisme.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A stretch of a segment whose records' times are known to lie between two.
///
/// @param from   where its first record begins
/// @param to     where its last record ends
/// @param before sequence number of the record before, or one that is lower than that of its first
/// @param first  the earliest time in it
/// @param last   the latest time in it
record Chunk(Segment segment, long from, long to, long before, long first, long last) {
    private static final long SIZE = 1024 * 1024;

    /// Cuts what a walk comes by into chunks, which take little memory however many records there are.
    static List<Chunk> of(LogWalk walk, Sorting sorting) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        walk.run(reader -> {
            if (sorting.concerns(reader)) {
                Chunk one = of(reader, sorting.key(reader).time());
                if (!chunks.isEmpty() && chunks.getLast().takes(one)) {
                    chunks.add(chunks.removeLast().with(one));
                } else {
                    chunks.add(one);
                }
            }
        });
        return chunks;
    }

    private static Chunk of(SegmentReader reader, long time) {
        return new Chunk(reader.segment(), reader.position(), reader.end(), reader.sequence() - 1, time, time);
    }

    private boolean takes(Chunk next) {
        return segment.equals(next.segment) && next.to - from <= SIZE;
    }

    private Chunk with(Chunk next) {
        return new Chunk(segment, from, next.to, before, Math.min(first, next.first), Math.max(last, next.last));
    }
}
