/// Exports events from the store as lines that people and other programs read, and imports such lines.
///
/// Start at [Export] for the way out and at [Import] for the way in, which accepts JSON alone, and strictly:
/// [EventLine] says what a line must hold. Whatever an import accepts is exported again byte for byte.
///
/// [EventFields], with an [EventType] for each kind of event, and [SessionFields] say which fields a line has, in which
/// order; a [Row] turns them into JSON, one object a line ([NDJSON](https://github.com/ndjson/ndjson-spec)), or into
/// CSV ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)). JSON is exact. CSV is for spreadsheets: a cell that one
/// of them would take for a formula begins with a `'`.
package prisme.exchange;
