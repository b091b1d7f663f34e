/// Says which country an address belongs to, from a table inside the jar or a database of the owner's.
///
/// Start at [Countries], which has two implementations: [CountryTable], which is built in, and [CountryDatabase], a
/// file in MaxMind's format.
///
/// The built-in table is looked up in its packed form, since it would take too long at the start to make anything else
/// of it. `PackedTable` documents the format; `CountryTableGenerator`, a program among the tests, writes it. A database
/// of the owner's is turned into `CountryRanges` when it is opened: the starts of ranges in ascending order, with a
/// country for each. So everything that can be wrong with it is found at the start, nothing of the file is needed
/// afterwards, and a look-up is a binary search that allocates nothing.
///
/// A MaxMind file is, in [version 2.0 of the format](https://maxmind.github.io/MaxMind-DB/):
/// ```
/// ┌─────────────────────────────┬───────────┬──────────────┬──────────────────────────┬──────────┐
/// │ search tree                 │ 16 zeros  │ data section │ "\xab\xcd\xefMaxMind.com" │ metadata │
/// └─────────────────────────────┴───────────┴──────────────┴──────────────────────────┴──────────┘
/// ```
/// `MmdbMetadata` finds the end and says how to read the beginning, `MmdbTree` reads nodes, `MmdbSection` reads values,
/// `MmdbCountries` finds the country in a value, `MmdbRanges` walks the tree and collects.
///
/// [CountryLines] answers for a stream of addresses.
package prisme.country;
