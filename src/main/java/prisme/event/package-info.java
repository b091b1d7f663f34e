/// The nouns everybody shares: what happened ([Event][prisme.event.Event]), where ([Page][prisme.event.Page]),
/// in which visit ([Visit][prisme.event.Visit]) and what web addresses mean ([Url][prisme.event.Url]).
///
/// Start at `Event`. Everything here is an immutable value that knows nothing of HTTP, files or time of day.
package prisme.event;
