/// Makes up the events of a site, so that everything can be seen and measured before there are real visitors.
///
/// Start at [Traffic]. New visits begin in the [Rhythm] of days and weeks: a [Person], chosen by [People], comes from a
/// [Source] and reads some pages of a [Site]. Every [VisitUnderWay] is in a queue ordered by its next event; nothing
/// else is kept in memory. Everything follows from a seed ([Dice]): the same seed gives the same events.
package prisme.demo;
