/// The program: the command line, and the server, which is built from the other packages.
///
/// Start at [Prisme][prisme.Prisme], which lists the commands, and at `Server`, where every part of the running server
/// is built. `Addresses` is the list of all routes, `DataDirectory` holds everything that is on the disk. A `Command`
/// gets its `Arguments` and a `Shell`, which is all that it may know of its surroundings.
///
/// # The way of an event
/// ```
/// browser ─► http ─► collect ─► visitors ─► store ─► columns ─► stats ─► dashboard ─► http ─► owner
///                       └───────────────────▲ └► exchange ─► http or a file
/// ```
/// `http` parses the request. `collect` decides whether the report in it is accepted, with the help of `useragent` and
/// `country`; `visitors` decides which visit it belongs to. A page view is stored by `visitors`, any other event by
/// `collect`, both through an interface of their own, behind which is `store`. There it is in a log first, and later in
/// `columns`. `stats` counts it from either, and `dashboard` shows the results. `event` has the values that all of them
/// share. So imports lead from both ends towards the store, and none leads back; `PackagesTest` has the map.
///
/// # Where a change begins
/// - A kind of event: `Event`. The compiler names every place that has to know it, and tests name those that make up
///   events. What they do not name is its handler and its route in `collect` (`Events`), its number in the package
///   comment of `store` and, if the script is to send it, `wa.js`. An earlier Prisme must leave files with it alone, so
///   both formats get a new version (`SegmentHeader`, `Head`), and the old ones must still be read. Its texts may share
///   a `Field` with those of another kind, as one more field would be one more dictionary in every file.
/// - A list or a series: `Question`. The compiler leads through `stats` and through its reference in the tests, and
///   tests to the README, to `openapi.json` and to `lists.js`. A card for a series stands in `metrics.js`, and needs a
///   total; a series without one is an exception in `DashboardTest`. The dashboard's files have a limit there, too,
///   which is nearly reached.
/// - A total: `Answer.Summary`. The compiler leads to what counts it and to `StatsJson`, which writes it, and a test to
///   `openapi.json`.
/// - An option: `Settings`. Tests ask for a row in their table of cases, for a new example file, and that the program
///   reads it. A rule that ends sessions must hold in `Continuity`, too, which restores them from page views.
/// - A browser, system, device or crawler: a table beside `useragent`. A test says where a rule above answers first.
package prisme;
