/// Makes up the events of a site that nobody visits, so that everything can be seen and measured before anybody does.
///
/// Start at [Traffic]. New readers come by the [Rhythm] of days and weeks: a [Person] out of [People], who comes by a
/// [Source] and reads through the pages of a [Site]. All that are a [VisitUnderWay] wait in a queue ordered by what
/// happens next, which is all the memory it takes. Everything follows from a seed ([Dice]): the same seed, the same
/// events.
package prisme.demo;
