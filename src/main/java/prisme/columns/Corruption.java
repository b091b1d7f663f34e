package prisme.columns;

/// A stretch of a file that is not as it was written.
///
/// @param from offset of the first byte
/// @param to   offset behind the last byte
/// @param cost whether anything is lost by it
/// @param what what is wrong, as a phrase
public record Corruption(long from, long to, Cost cost, String what) {
    /// What is lost by it.
    public enum Cost {
        /// Everything that was written can be read all the same.
        NOTHING,
        /// Something cannot be read any more.
        EVENTS
    }
}
