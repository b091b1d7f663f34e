/// Answers what the events of a stretch of time add up to.
///
/// Start at [Statistics].
package prisme.stats;
