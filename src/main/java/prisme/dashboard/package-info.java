/// Shows the owner what the events add up to.
///
/// Start at [StatsApi], which answers requests below `/api/v1/stats/`: [Parameters] reads what a request asks for into
/// a [StatsRequest], [QuestionReader] makes a question of it, and [StatsJson] writes the answer.
///
/// [Dashboard] serves the page that shows all of it: hand-written HTML, CSS and JavaScript modules, which are in this
/// package's resources as browsers load them. There, start at `main.js`: it reads the address bar into a state
/// (`state.js`), makes a view of it (`view.js`: the range, and the questions with their filters), and has every part of
/// the page show that view. What the reader chooses makes another state, and another address.
package prisme.dashboard;
