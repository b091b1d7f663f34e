/// Decides whether a report from a page may come in, and which event it is.
///
/// Start at [Events][prisme.collect.Events], the routes of the events API and the filters before them. `RateLimit` asks
/// a [SlidingWindow][prisme.collect.SlidingWindow] whether the sender has sent too much, `Reception` asks
/// [Origins][prisme.collect.Origins] whether the page belongs to a site that is counted, and turns a request into a
/// `Report`. An `EventHandler` for each kind of event makes one of it. Page views go to `prisme.visitors`, which stores
/// them; all others to the `Logbook`, which waits for the session that they belong to (`Attributions`) and stores them.
/// What becomes of every report is told to a [ReportWatch][prisme.collect.ReportWatch].
package prisme.collect;
