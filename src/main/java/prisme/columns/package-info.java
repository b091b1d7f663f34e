/// Holds events column by column, so that questions about many of them are answered quickly.
///
/// Start at [Part]. A [PartBuilder] is a part in memory that grows with every event; a [SealedPart] is a part in a
/// file, which [PartWriter] wrote and nobody changes. A visitor id of the form `prisme_` and 32 hex digits takes 16
/// bytes; every other text is kept once, in a dictionary of its field. Devices are not kept at all. There may be
/// thousands of files, so only a few of them are open at a time ([Descriptors]).
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
/// Blocks follow each other without gaps. A column has a block for every 2,048 rows ([Packing] says how they are
/// packed), and the columns come in this order:
/// - of events, in order of arrival: second, millisecond, how many events before it were lost, then [EventColumn];
/// - of sessions, by their id and then in order of arrival: the id's two halves, the second of the last page view, then
///   [SessionColumn];
/// - of visitors, first those whose id is their key: the key's two halves.
///
/// Then come the dictionaries: those of the fields, in the order of [Field], and one with the ids of the visitors whose
/// id is not their key, in the order of those visitors. Texts are sorted by their UTF-8 bytes ([TextBlock] says how
/// they are packed); the code of a text is its place.
///
/// The parity restores any damage that is no longer than itself: about 1/128 of the file, and 40 KiB at least. So a bad
/// sector costs nothing, not even one that the disk cannot read ([Sectors]). Where more is damaged, the events that
/// need it are lost, and no others.
package prisme.columns;
