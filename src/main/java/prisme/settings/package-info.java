/// Reads the settings of the program.
///
/// Start at [Settings], the only table of all options, and at [SettingsReader], which combines the file, the
/// environment and the flags. A `ValueKind` knows which texts are allowed for an option, an `Assignment` which text was
/// set and where, so that a message about a mistake can name its place. A mistake stops the start with a
/// [SettingsException].
package prisme.settings;
