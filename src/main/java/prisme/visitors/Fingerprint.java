package prisme.visitors;

import prisme.ip.IpAddress;

/// What all requests of one visitor on one site have in common. It is hashed and forgotten, never stored.
///
/// @param userAgent the header as it was sent, empty when there was none
/// @param address   the client's
/// @param domain    of the page, as in [prisme.event.Page#domain()]
public record Fingerprint(String userAgent, IpAddress address, String domain) {}
