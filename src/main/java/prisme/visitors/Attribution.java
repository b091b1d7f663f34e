package prisme.visitors;

import prisme.event.Visit;

/// The session that an event other than a page view belongs to.
///
/// @param visit one that has a recorded page view
/// @param path  the path of the page that the session is at
public record Attribution(Visit visit, String visitorId, String path) {}
