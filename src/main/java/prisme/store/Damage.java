package prisme.store;

import java.nio.file.Path;
import prisme.columns.Corruption;
import prisme.columns.Corruption.Cost;

/// A stretch of a segment's file that is not as it was written.
///
/// @param file the segment
/// @param from offset of the first byte
/// @param to   offset behind the last byte; equal to `from` where bytes are missing altogether
/// @param cost whether anything is lost by it
/// @param what what is wrong, as a phrase
public record Damage(Path file, long from, long to, Cost cost, String what) {
    /// A damage by which events are lost.
    public Damage(Path file, long from, long to, String what) {
        this(file, from, to, Cost.EVENTS, what);
    }

    static Damage of(Segment segment, Corruption corruption) {
        return new Damage(segment.file(), corruption.from(), corruption.to(), corruption.cost(), corruption.what());
    }

    /// What it means for those who read the events, and where it is.
    public String toReaders() {
        return switch (cost) {
            case NOTHING -> "nothing is left out: " + this;
            case EVENTS -> "left out: " + this;
        };
    }

    @Override public String toString() {
        return file + ", bytes " + from + " to " + to + ": " + what;
    }
}
