package prisme.stats;

import prisme.columns.Part;

/// A part, and the numbers that its rows of sessions and its visitors have across all parts.
///
/// @param index    of the part in the [Inventory]
/// @param firstRow the number of its first row; the others follow
record NumberedPart(int index, Part part, int firstRow, Numbering visitors) {
    /// The number behind that of its last row.
    int endRow() {
        return firstRow + part.sessions();
    }

    /// How many of its rows are among some of all parts.
    int count(Bits rows) {
        return rows.count(firstRow, endRow());
    }
}
