/// The program: the command line, and the server wired from the parts that the other packages are.
///
/// Start at [Prisme][prisme.Prisme], which lists the commands, and at `Server`, where every part of the running server
/// is built. `Addresses` is the one list of all addresses that are answered, `DataDirectory` holds what lives on the
/// disk. A `Command` is given its `Arguments` and a `Shell`, which is all that it may know of the world around it.
///
/// # The way of an event
/// ```
/// browser ─► http ─► collect ─► visitors ─► store ─► columns ─► stats ─► dashboard ─► http ─► owner
///                       └───────────────────▲ └► exchange ─► http or a file
/// ```
/// `http` makes a request of bytes. `collect` decides whether the report in it may come in, asking `useragent` and
/// `country`, and `visitors` which visit it belongs to; a page view is stored by `visitors`, any other event by
/// `collect`, both through an interface of their own behind which `store` is. There it lies in a log, and later in
/// `columns`. `stats` counts it from either, and `dashboard` shows what it adds up to. `event` holds the nouns of all
/// of them. So imports lead from both ends towards the store, and none leads back; `PackagesTest` has the map.
///
/// # Where a change begins
/// - A kind of event: `Event`. The compiler names every place that has to know it, the next one when the last is
///   mended, and tests name those that make up events. By hand come its handler and its route in `collect`
///   (`Events`), its number in the story of `store` and, where the script is to send it, `wa.js`. An earlier Prisme
///   must leave files with it alone: both formats get another version (`SegmentHeader`, `Head`), and go on reading
///   the ones before. Its texts may share a `Field` with another kind's, as one more would be one more dictionary in
///   every file.
/// - A list or a series: `Question`. The compiler leads through `stats` and through its reference in the tests, and
///   tests to the README, to `openapi.json` and to `lists.js`. A card for a series stands in `metrics.js`.
/// - A total: `Answer.Summary`. The compiler leads to what counts it and to `StatsJson`, which tells it, and a test to
///   `openapi.json`.
/// - An option: `Settings`. Tests ask for a row in their table of cases, and for the example file anew.
/// - A browser, system, device or crawler: a table beside `useragent`. A test says where a rule above answers first.
package prisme;
