/// Shows the owner what the events add up to.
///
/// Start at [StatsApi], which answers the addresses below `/api/v1/stats/`: a [Reading] is what a request asks for,
/// read parameter by parameter, and [StatsJson] what it is told.
package prisme.dashboard;
