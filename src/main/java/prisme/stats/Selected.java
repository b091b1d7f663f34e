package prisme.stats;

/// The sessions that a selection holds for.
///
/// @param records the one row of each that is its record
/// @param rows    all rows of each
record Selected(Bits records, Bits rows) {}
