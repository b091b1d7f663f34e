/// Holds events column by column, which is what questions about many of them are quick to read from.
///
/// Start at [Part].
package prisme.columns;
