/// Answers what the events of a stretch of time add up to.
///
/// Start at [Statistics]. [TimeExpression] reads when a range begins and ends, [Interval] divides it.
package prisme.stats;
