/// Decides whether a report from a page is accepted, and which event it is.
///
/// Start at [Events][prisme.collect.Events], the routes of the events API and the filters before them. `RateLimit` asks
/// a [SlidingWindow][prisme.collect.SlidingWindow] whether the sender has sent too much, `Reception` asks
/// [Origins][prisme.collect.Origins] whether the page belongs to a registered site, and turns a request into a
/// `Report`. There is an `EventHandler` for each kind of event, which makes the event of the report. Page views go to
/// `prisme.visitors`, which stores them; all others to the `EventRecorder`, which waits for the session that they
/// belong to (`Attributions`) and stores them. An `OutcomeFilter` tells a [ReportWatch][prisme.collect.ReportWatch]
/// what becomes of every report.
package prisme.collect;
