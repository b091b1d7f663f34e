/// Answers what the events of a stretch of time add up to.
///
/// Start at [Statistics]. [TimeExpression] reads when a range begins and ends, [Interval] divides it.
///
/// [Engine] answers, from parts of columns and from the log behind them, one selection at a time: `QuestionQueue` lets
/// questions about the same one share a look, `Stock` brings what is in memory up to date before each, and takes in
/// what was sealed while nobody asks. The answering is done by `Reckoner`, in three steps. `Inventory` knows all parts,
/// and which of their rows and visitors are the same: a session or a visitor may occur in several, and is counted once.
/// `Selecting` finds the sessions of a selection, a bit for each row. `Scan` goes over the columns of each part once,
/// in chunks, and lets a `Tally` for each question count. Every number is exact; nothing is kept between two answers
/// but what is the same in which parts.
package prisme.stats;
