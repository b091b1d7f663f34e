package prisme.visitors;

import prisme.event.Visit;

/// The session that an event other than a page view belongs to.
///
/// @param path the session's latest path
public record Attribution(Visit visit, String visitorId, String path) {}
