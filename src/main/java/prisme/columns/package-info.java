/// Holds events column by column, which is what questions about many of them are quick to read from.
///
/// Start at [Part]. A [PartBuilder] is one in memory that grows with every event. A visitor id that is `prisme_` and 32
/// hex digits takes 16 bytes, and any other text is kept once, in a dictionary of its field.
package prisme.columns;
