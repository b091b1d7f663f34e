package prisme.store;

import java.nio.file.Path;

/// A place in a file where something was stored that cannot be read any more.
///
/// @param file the segment
/// @param from offset of the first byte
/// @param to   offset behind the last byte; equal to `from` where bytes are missing altogether
/// @param what what is wrong, as a phrase
public record Damage(Path file, long from, long to, String what) {
    @Override public String toString() {
        return file + ", bytes " + from + " to " + to + ": " + what;
    }
}
