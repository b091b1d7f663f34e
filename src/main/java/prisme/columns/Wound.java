package prisme.columns;

/// A stretch of a file that is not as it was written.
///
/// @param from offset of the first byte
/// @param to   offset behind the last byte
/// @param what what is wrong, as a phrase
public record Wound(long from, long to, String what) {}
