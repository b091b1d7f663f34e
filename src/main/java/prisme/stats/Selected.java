package prisme.stats;

/// The sessions that match a selection.
///
/// @param records of each session the row that is its record
/// @param rows    all rows of each session
record Selected(Bits records, Bits rows) {}
