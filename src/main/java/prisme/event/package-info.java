/// The values that all packages share: what happened ([Event][prisme.event.Event]), where ([Page][prisme.event.Page]),
/// in which visit ([Visit][prisme.event.Visit]) and what web addresses mean ([Url][prisme.event.Url]).
///
/// Start at `Event`. All values are immutable, and nothing here depends on HTTP, files or the clock.
package prisme.event;
