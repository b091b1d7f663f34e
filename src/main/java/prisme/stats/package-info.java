/// Answers what the events of a stretch of time add up to.
///
/// Start at [Statistics]. [TimeExpression] reads when a range begins and ends, [Interval] divides it.
///
/// [Engine] answers from the sealed parts and from the log behind them, one selection at a time. `QuestionQueue` lets
/// questions about the same selection share one pass over the data. `CurrentInventory` brings what is in memory up to
/// date before each pass, and takes in newly sealed parts while nobody asks. `Evaluator` computes the answers in three
/// steps. `Inventory` knows all parts, and which of their rows and visitors are the same: a session or a visitor may
/// occur in several parts, and is counted once. `SessionSelector` finds the sessions of a selection, a bit for each
/// row. `Scan` goes over the columns of each part once, in chunks, and lets a `Tally` for each question count. Every
/// number is exact. Between two answers nothing is kept but what is in the parts that are not sealed, and which rows,
/// visitors and texts of different parts are the same.
package prisme.stats;
