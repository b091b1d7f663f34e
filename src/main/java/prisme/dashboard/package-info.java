/// Shows the owner what the events add up to.
///
/// Start at [StatsApi], which answers the addresses below `/api/v1/stats/`: a [StatsRequest] is what a request asks
/// for, read parameter by parameter, and [StatsJson] what it is told.
///
/// [Dashboard] gives out the page that asks for all of it: hand-written HTML, CSS and JavaScript modules, which lie in
/// this package's resources as browsers load them. There start at `main.js`: it reads the address bar into a state
/// (`state.js`), makes a view of it (`view.js`: the range, and the questions with its filters), and lets every part of
/// the page show that view. What the reader chooses becomes another state, and another address.
package prisme.dashboard;
