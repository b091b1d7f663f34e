/// Says which country an address belongs to, from a table inside the jar or a database of the owner's.
///
/// Start at [prisme.country.Countries], the question, which has two answers: [prisme.country.CountryTable], built in,
/// and [prisme.country.CountryDatabase], a file in MaxMind's format. Both are turned into the same thing when they are
/// opened, `CountryRanges`: the starts of ranges in ascending order with a country for each. So everything that can be
/// wrong with a file is found at the start, nothing of the file is needed afterwards, and a look-up is a binary search
/// that allocates nothing.
///
/// `PackedTable` documents the format of the built-in table. A program beside the tests, `CountryTableGenerator`, makes
/// it.
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
/// [prisme.country.CountryCommand] answers for a stream of addresses. This package imports `prisme.ip` alone.
package prisme.country;
