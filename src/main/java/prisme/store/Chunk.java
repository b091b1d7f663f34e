package prisme.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A stretch of a segment, with the earliest and the latest time of its events.
///
/// @param from   where its first event begins
/// @param count  how many events it has
/// @param before sequence number of the event before, or one that is lower than that of its first
/// @param to     sequence number of its last event
/// @param first  the earliest time in it
/// @param last   the latest time in it
record Chunk(Segment segment, long from, int count, long before, long to, long first, long last) {
    private static final int MOST = 4096;

    /// Divides the events of a walk into chunks, which take little memory however many events there are.
    static List<Chunk> of(LogWalk walk, Sorting sorting) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        walk.run(event -> {
            if (sorting.concerns(event)) {
                Chunk one = of(event, sorting.key(event).time());
                if (!chunks.isEmpty() && chunks.getLast().takes(one)) {
                    chunks.add(chunks.removeLast().with(one));
                } else {
                    chunks.add(one);
                }
            }
        });
        return chunks;
    }

    private static Chunk of(Cursor event, long time) {
        return new Chunk(event.segment(), event.position(), 1, event.sequence() - 1, event.sequence(), time, time);
    }

    private boolean takes(Chunk next) {
        return segment.equals(next.segment) && count < MOST;
    }

    private Chunk with(Chunk next) {
        return new Chunk(segment, from, count + 1, before, next.to,
                Math.min(first, next.first), Math.max(last, next.last));
    }
}
