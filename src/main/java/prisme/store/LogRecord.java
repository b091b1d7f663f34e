package prisme.store;

import prisme.event.Event;

/// An event as it was stored.
///
/// @param sequence its number in the order of arrival, from 1, without gaps over the whole life of a directory
public record LogRecord(long sequence, Event event, Sender sender) {}
