/// Holds events column by column, which is what questions about many of them are quick to read from.
///
/// Start at [Part]. A [PartBuilder] is one in memory that grows with every event; a [SealedPart] is one in a file,
/// which [PartWriter] wrote and nobody changes. A visitor id that is `prisme_` and 32 hex digits takes 16 bytes, and
/// any other text is kept once, in a dictionary of its field. Devices are not kept at all. There may be thousands of
/// files, so that few of them are open at a time ([Descriptors]).
///
/// # Format version 1
/// All numbers are little-endian. A file is
/// ```
/// ┌──────┬─────────────┬────────┬──────┬───────────────────────┐
/// │ head │ blocks …    │ parity │ head │ length of a head <4 B> │   both heads are the same bytes
/// └──────┴─────────────┴────────┴──────┴───────────────────────┘
/// head: "PRISMECO" <8 B>, version <4 B>, length of the head <4 B>,
///       segment, first and last sequence number, first and last second, first and last start <8 B each>,
///       events, sessions, visitors, visitors whose id is their key <4 B each>,
///       for each dictionary: blocks <4 B>, for each of these: texts <4 B>,
///       for each block: length <4 B>, crc32c <4 B>,
///       length of the parity <4 B>, crc32c of the parity <4 B>, crc32c of all before it <4 B>
/// ```
/// Blocks lie one behind the other without gaps. A column has a block for every 2,048 rows ([Packing] says how they are
/// packed), and the columns come in this order:
/// - of events, in order of arrival: second, millisecond, how many events before it were lost, then [EventColumn];
/// - of sessions, by their id and then in order of arrival: the id's two halves, the second of the last page view, then
///   [SessionColumn];
/// - of visitors, first those whose id is their key: the key's two halves.
///
/// Behind them the dictionaries, in the order of [Field] and at last the ids of the other visitors, in the order of
/// those. Texts are sorted by their UTF-8 bytes ([TextBlock] says how they are packed); a text's code is its place.
///
/// The parity restores any damage that is not longer than it is: about one byte in 128, and 40 KiB at least. So a bad
/// sector costs nothing, not even one that the disk cannot read ([Sectors]); where more is damaged, the events that
/// need it are lost, and no others.
package prisme.columns;
