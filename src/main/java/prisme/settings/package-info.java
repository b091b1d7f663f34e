/// Reads how the owner wants the program to behave.
///
/// Start at [Settings], the one table of all options, and at [SettingsReader], which puts together what the file, the
/// environment and the flags say. A `ValueKind` knows which texts an option takes, an `Assignment` which text it was
/// given and where, so that a mistake is told with its place. What is wrong stops the start with a [SettingsException].
package prisme.settings;
